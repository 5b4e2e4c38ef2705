/** Runs the browser's decoder once over consecutive samples, until their end or a failure. */
import { chunkOf, frameNumberOf, type PictureTrack } from "../media/picture-track.ts";

/** The decoder failed. */
export class DecoderFailure extends Error {}

/** The progress of a run. */
export interface Decoded {
  /** The last frame output, wanted or not; -1 before the first. */
  lastOutput: number;
  /** The last sample fed to the decoder; -1 before the first. */
  lastSample: number;
}

interface SampleRange {
  track: PictureTrack;
  config: VideoDecoderConfig;
  /** In decoding order, starting with a key sample. */
  samples: readonly number[];
  signal: AbortSignal | undefined;
}

/** Samples that may be queued ahead of the consumer. */
const AHEAD_MAX = 4;

/**
 * Yields the wanted frames as they are decoded, not yet upright; the caller closes each. Records progress in `decoded`.
 * Throws the signal's reason when aborted, and a {@link DecoderFailure} when the decoder fails.
 */
export async function* decodeRange(
  { track, config, samples, signal }: SampleRange,
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
        // `decode` throws synchronously, for example when a damaged key sample is no longer a key sample.
        failure ??= new DecoderFailure("The decoder refused a sample.", { cause });
      }
      while (decoder.decodeQueueSize >= AHEAD_MAX && waiting.length === 0 && !failure) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        signal?.throwIfAborted();
      }
      // Frames output before the failure are good.
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
