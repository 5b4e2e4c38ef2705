/** Whether this browser can play a clip's sound. */
import type { InputAudioTrack } from "mediabunny";

/**
 * - `none`: the clip has no sound track
 * - `playable`: this browser can decode it, or cannot tell
 * - `unplayable`: this browser does not know its codec, such as AC-3 in Chromium
 */
export type SoundSupport = "none" | "playable" | "unplayable";

/** Asks the browser's decoder. Without WebCodecs support is unknown, and a `<video>` may still play the sound. */
export async function soundSupportOf(audio: InputAudioTrack | null): Promise<SoundSupport> {
  if (audio === null) return "none";
  if ((await audio.getCodec()) === null) return "unplayable";
  if (typeof AudioDecoder === "undefined") return "playable";
  return (await audio.canDecode()) ? "playable" : "unplayable";
}
