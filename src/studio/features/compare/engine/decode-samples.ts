/** Decodes some samples of a clip, once and in order. */
import type { ClipMedia } from "./clip-media.ts";
import { decoderConfigOf } from "./decoder-config.ts";
import { chunkOf, frameNumberOf, type PictureTrack, readPictureTrack } from "./picture-track.ts";
import { standUpright, turnOf } from "./upright.ts";

/** What to decode, and which of the frames that come of it are wanted. */
export interface SampleChoice {
  /** In the order of decoding; each follows on the one before or is a key sample. */
  samples: readonly number[];
  isWanted(frame: number): boolean;
}

export interface DecodedFrame {
  index: number;
  /** Upright. Closed when the next one is asked for. */
  frame: VideoFrame;
}

/** Samples that are decoded ahead of what is looked at. */
const AHEAD_MAX = 4;

/**
 * Gives the wanted frames in the order of showing, decoding on only while they are taken. Throws the signal's reason when it
 * is aborted, and the decoder's error when that gives up.
 */
export async function* decodeSamples(
  media: ClipMedia,
  choose: (track: PictureTrack) => SampleChoice,
  signal: AbortSignal | undefined,
): AsyncGenerator<DecodedFrame, void, undefined> {
  signal?.throwIfAborted();
  const track = await readPictureTrack(media.blob);
  if (!track) throw new Error("The clip's picture is gone.");
  const { samples, isWanted } = choose(track);
  const waiting: VideoFrame[] = [];
  let failure: DOMException | null = null;
  let wake = () => {};
  const decoder = new VideoDecoder({
    output(frame) {
      if (isWanted(frameNumberOf(frame))) waiting.push(frame);
      else frame.close();
      wake();
    },
    error(error) {
      failure = error;
      wake();
    },
  });
  decoder.addEventListener("dequeue", () => wake());
  const check = () => {
    signal?.throwIfAborted();
    if (failure) throw failure;
  };
  try {
    const turn = await turnOf(track.video);
    const config = await decoderConfigOf(track.video);
    if (config) decoder.configure(config);
    const lookAtAll = async function* () {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const index = frameNumberOf(next);
        const frame = standUpright(next, turn);
        try {
          check();
          yield { index, frame };
        } finally {
          frame.close();
        }
      }
    };
    for (const sample of samples) {
      check();
      decoder.decode(chunkOf(track, sample));
      while (decoder.decodeQueueSize >= AHEAD_MAX && waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        check();
      }
      yield* lookAtAll();
    }
    await decoder.flush();
    yield* lookAtAll();
    check();
  } finally {
    for (const frame of waiting) frame.close();
    if (decoder.state !== "closed") decoder.close();
    track.input.dispose();
  }
}
