/**
 * Drives the browser's decoder sample by sample. Continues the current run if it leads to the wanted frame, and
 * otherwise restarts at a key sample.
 */
import { createDamage, type DamagedFrames } from "../decode/damage.ts";
import { type Orientation, readOrientation } from "../decode/upright.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import { decoderConfigOf } from "../media/decoder-config.ts";
import {
  chunkOf,
  frameNumberOf,
  type PictureTrack,
  readPictureTrack,
} from "../media/picture-track.ts";
import { createDecodingRun, type DecodingRun } from "./decoding-run.ts";
import { createFailureCheck } from "./failure-check.ts";
import { createReusableDecoder } from "./reusable-decoder.ts";

export interface FrameDecoder {
  /** Rotation and flip to apply to decoded frames. */
  readonly orientation: Orientation | null;
  /** Whether continuing reaches a frame sooner than restarting. */
  leadsTo(frame: number): boolean;
  /** Whether its queue is full. */
  isBusy(): boolean;
  /** Feeds one more sample on the way to a frame. */
  stepTowards(frame: number): Promise<void>;
  close(): void;
}

interface DecoderEvents {
  /** A decoded frame, not yet upright; the listener closes it. Frames arrive in presentation order within a run. */
  onFrame(frame: VideoFrame, index: number): void;
  /** The decoder output a later frame without this one. */
  onLeftOut(index: number): void;
  /** These frames are damaged; each is also reported as left out. */
  onDamage(frames: DamagedFrames): void;
  /** The decoder can accept more samples. */
  onFree(): void;
  /** The decoder failed for good. */
  onFailure(): void;
}

/** Maximum queued samples: enough to keep the decoder busy, few enough to change direction quickly. */
const QUEUE_MAX = 8;

/** Reads the clip and creates its decoder. Throws if that is impossible. */
export async function createFrameDecoder(
  media: ClipMedia,
  events: DecoderEvents,
): Promise<FrameDecoder> {
  const track = await readPictureTrack(media.blob);
  const config = track && (await decoderConfigOf(track.video));
  if (!track || !config) throw new Error("The clip's picture is gone.");
  const orientation = await readOrientation(track.video);
  return { orientation, ...decodeTrack(track, config, events) };
}

function decodeTrack(
  track: PictureTrack,
  config: VideoDecoderConfig,
  events: DecoderEvents,
): Omit<FrameDecoder, "orientation"> {
  const { sampleOf, keyOf } = track;
  const damage = createDamage(track, config);
  const failureCheck = createFailureCheck(damage, events.onFailure);
  const decoder = createReusableDecoder(config, {
    onOutput,
    onError,
    onDequeue: events.onFree,
  });
  let run: DecodingRun | null = null;
  let isClosed = false;

  function begin(sample: number): DecodingRun {
    decoder.restart();
    run = createDecodingRun(track, sample, damage.firstBad(sample));
    return run;
  }

  function onOutput(frame: VideoFrame) {
    const index = frameNumberOf(frame);
    const skipped = run?.output(index);
    if (skipped) {
      for (const each of skipped) events.onLeftOut(each);
      events.onFrame(frame, index);
    } else {
      frame.close();
      events.onFree();
    }
  }

  function onError(name: string) {
    const failed = run;
    run = null;
    // Browsers reclaim decoders that idle in the background. A new one is created when needed.
    if (failed && name !== "QuotaExceededError") failureCheck.start(failed.suspects());
    events.onFree();
  }

  function feed(current: DecodingRun) {
    if (!decoder.decode(chunkOf(track, current.nextSample))) onError("");
    current.advance();
  }

  /** Decodes the last samples of a run. Ends it, unless something else did meanwhile. */
  async function finish(current: DecodingRun) {
    const error = await decoder.flush();
    if (run !== current) return;
    if (error !== null) return onError(error);
    run = null;
    for (const frame of current.missing()) events.onLeftOut(frame);
  }

  return {
    leadsTo: (frame) => run?.leadsTo(frame) ?? false,
    isBusy: () => decoder.queueSize >= QUEUE_MAX,
    async stepTowards(frame) {
      await failureCheck.settled();
      if (isClosed) return;
      const sample = sampleOf[frame] ?? 0;
      const badSample = damage.firstBad(sample);
      if (badSample <= sample) return reportLost(damage.lostBy(badSample), events);
      const current = run?.leadsTo(frame) ? run : begin(keyOf[sample] ?? 0);
      if (current.isExhausted()) await finish(current);
      else feed(current);
    },
    close() {
      isClosed = true;
      run = null;
      decoder.close();
      track.input.dispose();
    },
  };
}

/** Reports the frames lost with a damaged sample. */
function reportLost(
  frames: readonly number[],
  events: Pick<DecoderEvents, "onLeftOut" | "onDamage">,
) {
  const [first] = frames;
  const last = frames.at(-1);
  for (const frame of frames) events.onLeftOut(frame);
  if (first !== undefined && last !== undefined) events.onDamage({ first, last });
}
