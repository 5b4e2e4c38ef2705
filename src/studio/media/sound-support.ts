/** Whether this browser can play a clip's sound. */
import type { InputAudioTrack } from "mediabunny";

/**
 * `none`: the clip has no sound track · `playable`: this browser decodes it, or cannot say · `unplayable`: its codec is
 * unknown here, such as AC-3 in Chromium.
 */
export type SoundSupport = "none" | "playable" | "unplayable";

/** Asks the browser. Without WebCodecs nobody can say, and a `<video>` may well play it. */
export async function soundSupportOf(audio: InputAudioTrack | null): Promise<SoundSupport> {
  if (audio === null) return "none";
  if ((await audio.getCodec()) === null) return "unplayable";
  if (typeof AudioDecoder === "undefined") return "playable";
  return (await audio.canDecode()) ? "playable" : "unplayable";
}
