/**
 * Drives the browser's decoder sample by sample. Continues the current run if it leads to the wanted frame, and
 * otherwise restarts at a key sample.
 */

import { createDamage, type DamagedFrames } from "../decode/damage.ts";
import { type Turn, turnOf } from "../decode/upright.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import { decoderConfigOf } from "../media/decoder-config.ts";
import {
  chunkOf,
  frameNumberOf,
  type PictureTrack,
  readPictureTrack,
} from "../media/picture-track.ts";

export interface FrameDecoder {
  readonly track: PictureTrack;
  /** Rotation and flip to apply to decoded frames. */
  readonly turn: Turn | null;
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
/** Decoding this many extra samples is cheaper than restarting. */
const RESTART_SAMPLES = 4;
/** A failure without any damage found is retried once. */
const FAILURES_MAX = 1;

/** One run of the decoder, starting at a key sample. */
interface Run {
  firstFrame: number;
  firstSample: number;
  nextSample: number;
  /** The first sample not to decode: a damaged one, or the end of the clip. */
  endSample: number;
  lastOutput: number;
}

/** Reads the clip and creates its decoder. Throws if that is impossible. */
export async function createFrameDecoder(
  media: ClipMedia,
  events: DecoderEvents,
): Promise<FrameDecoder> {
  const track = await readPictureTrack(media.blob);
  const config = track && (await decoderConfigOf(track.video));
  if (!track || !config) throw new Error("The clip's picture is gone.");
  const turn = await turnOf(track.video);
  const { samples, sampleOf, keyOf } = track;
  const damage = createDamage(track, config);
  /** Pending while a failed group is checked for damage. */
  let checking: Promise<void> | null = null;
  let decoder: VideoDecoder | null = null;
  let run: Run | null = null;
  let failures = 0;
  let isClosed = false;

  function leadsTo(frame: number): boolean {
    const sample = sampleOf[frame] ?? 0;
    if (!run || sample < run.firstSample || frame <= run.lastOutput) return false;
    if (sample >= run.endSample && run.endSample < samples.length) return false;
    return (keyOf[sample] ?? 0) <= run.nextSample + RESTART_SAMPLES;
  }

  function begin(sample: number): VideoDecoder {
    // `reset` discards the queued samples, which belong to another place.
    if (decoder && decoder.state !== "closed") decoder.reset();
    else decoder = open();
    decoder.configure(config as VideoDecoderConfig);
    const firstFrame = Math.max(0, samples[sample]?.frame ?? 0);
    run = {
      firstFrame,
      firstSample: sample,
      nextSample: sample,
      endSample: damage.firstBad(sample),
      lastOutput: firstFrame - 1,
    };
    return decoder;
  }

  function open(): VideoDecoder {
    const opened = new VideoDecoder({ output, error: ({ name }) => handleError(name) });
    opened.addEventListener("dequeue", events.onFree);
    return opened;
  }

  function output(frame: VideoFrame) {
    const index = frameNumberOf(frame);
    // The frame precedes the group's key frame, so it may depend on a group that was not decoded.
    if (!run || index < run.firstFrame) {
      frame.close();
      return events.onFree();
    }
    leaveOut(run.lastOutput + 1, index);
    run.lastOutput = Math.max(run.lastOutput, index);
    events.onFrame(frame, index);
  }

  function leaveOut(from: number, to: number) {
    for (let index = from; index < to; index += 1) events.onLeftOut(index);
  }

  function handleError(name: string) {
    const failed = run;
    run = null;
    // Browsers reclaim decoders that idle in the background. A new one is created when needed.
    if (failed && name !== "QuotaExceededError") {
      checking = check(failed).finally(() => {
        checking = null;
      });
    }
    events.onFree();
  }

  /** Checks whether a suspect group is damaged; if not, the failure counts against the decoder. */
  async function check({ lastOutput, firstSample, nextSample }: Run): Promise<void> {
    const last = Math.max(firstSample, nextSample - 1);
    const due = sampleOf[lastOutput + 1] ?? samples.length - 1;
    const suspects = keyOf.slice(Math.max(firstSample, Math.min(due, last)), last + 1);
    if (!(await damage.check([...new Set(suspects)]))) failures += 1;
    if (failures > FAILURES_MAX) events.onFailure();
  }

  /** Flushes the decoder. Resolves to false if it failed instead. */
  async function flush(current: VideoDecoder, going: Run): Promise<boolean> {
    try {
      await current.flush();
    } catch (fault) {
      // Some decoders report a failure only on flush.
      if (run === going) handleError(fault instanceof DOMException ? fault.name : "");
    }
    return run === going;
  }

  /** Reports the frames lost with a bad sample as left out. */
  function leaveOutLost(badSample: number) {
    const lost = damage.lostBy(badSample);
    const [first] = lost;
    const last = lost.at(-1);
    for (const frame of lost) events.onLeftOut(frame);
    if (first !== undefined && last !== undefined) events.onDamage({ first, last });
  }

  /** At the end of a run, reports the frames that were fed to the decoder but never output. */
  function leaveOutRest({ lastOutput, nextSample }: Run) {
    const given = samples.slice(0, nextSample).map(({ frame }) => frame);
    leaveOut(lastOutput + 1, given.reduce((most, frame) => Math.max(most, frame), -1) + 1);
  }

  return {
    track,
    turn,
    leadsTo,
    isBusy: () => (decoder?.decodeQueueSize ?? 0) >= QUEUE_MAX,
    async stepTowards(frame) {
      await checking;
      if (isClosed) return;
      const bad = damage.firstBad(sampleOf[frame] ?? 0);
      if (bad <= (sampleOf[frame] ?? 0)) return leaveOutLost(bad);
      const current = leadsTo(frame) && decoder ? decoder : begin(keyOf[sampleOf[frame] ?? 0] ?? 0);
      const going = run;
      if (!going) return;
      if (going.nextSample < going.endSample) {
        try {
          current.decode(chunkOf(track, going.nextSample));
        } catch {
          // `decode` throws synchronously, for example when a damaged key sample is no longer a key sample.
          handleError("");
        }
        going.nextSample += 1;
        return;
      }
      if (!(await flush(current, going))) return;
      run = null;
      leaveOutRest(going);
    },
    close() {
      isClosed = true;
      run = null;
      if (decoder && decoder.state !== "closed") decoder.close();
      track.input.dispose();
    },
  };
}
