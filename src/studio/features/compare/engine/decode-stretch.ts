/** One run of the browser's decoder over samples that follow each other, up to its end or its failure. */
import { chunkOf, frameNumberOf, type PictureTrack } from "./picture-track.ts";

/** The decoder gave up. */
export class DecoderFailure extends Error {}

/** How far it came. */
export interface Decoded {
  /** The last frame that came out, wanted or not; -1 before the first. */
  lastOutput: number;
  /** The last sample that the decoder was given; -1 before the first. */
  lastSample: number;
}

interface Stretch {
  track: PictureTrack;
  config: VideoDecoderConfig;
  /** In the order of decoding; the first one is a key sample. */
  samples: readonly number[];
  signal: AbortSignal | undefined;
}

/** Samples that are decoded ahead of what is looked at. */
const AHEAD_MAX = 4;

/**
 * Gives the wanted frames as they come, not upright yet, each the caller's to close; notes its progress in `decoded`. Throws
 * the signal's reason when it is aborted, and a {@link DecoderFailure} when the decoder gives up.
 */
export async function* decodeStretch(
  { track, config, samples, signal }: Stretch,
  isWanted: (frame: number) => boolean,
  decoded: Decoded,
): AsyncGenerator<{ frame: VideoFrame; index: number }, void, undefined> {
  const waiting: VideoFrame[] = [];
  let failure: DecoderFailure | null = null;
  let wake = () => {};
  const decoder = new VideoDecoder({
    output(frame) {
      decoded.lastOutput = Math.max(decoded.lastOutput, frameNumberOf(frame));
      if (isWanted(frameNumberOf(frame))) waiting.push(frame);
      else frame.close();
      wake();
    },
    error(cause) {
      failure = new DecoderFailure(cause.message, { cause });
      wake();
    },
  });
  decoder.addEventListener("dequeue", () => wake());
  function* takeAll() {
    for (let frame = waiting.shift(); frame; frame = waiting.shift()) {
      yield { frame, index: frameNumberOf(frame) };
      signal?.throwIfAborted();
    }
  }
  try {
    decoder.configure(config);
    for (const sample of samples) {
      signal?.throwIfAborted();
      decoded.lastSample = sample;
      try {
        decoder.decode(chunkOf(track, sample));
      } catch (cause) {
        // Refused at once, as where a damaged key sample is no key sample any more.
        failure ??= new DecoderFailure("The decoder refused a sample.", { cause });
      }
      while (decoder.decodeQueueSize >= AHEAD_MAX && waiting.length === 0 && !failure) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        signal?.throwIfAborted();
      }
      // Frames that came before the decoder gave up are good.
      yield* takeAll();
      if (failure) throw failure;
    }
    await decoder.flush().catch((cause: unknown) => {
      failure ??= new DecoderFailure("The decoder did not finish.", { cause });
    });
    yield* takeAll();
    signal?.throwIfAborted();
    if (failure) throw failure;
  } finally {
    for (const frame of waiting) frame.close();
    if (decoder.state !== "closed") decoder.close();
  }
}
