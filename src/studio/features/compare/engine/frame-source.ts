/**
 * One clip's frames, decoded before they are asked for. Follows a focus: decodes what is likely shown next, keeps copies of
 * it within a budget, and begins anew at a key frame only where going on would not lead there sooner.
 */
import type { ClipMedia } from "./clip-media.ts";
import { createFrameCache } from "./frame-cache.ts";
import { distanceFrom, type Focus, framesToFetch } from "./frame-plan.ts";
import { type KeptFrame, keepFrame, toVideoFrame } from "./kept-frame.ts";
import { type PictureTrack, readPictureTrack } from "./picture-track.ts";
import { createSampleReader, frameOfTimestamp } from "./sample-reader.ts";
import { type Turn, turnOf } from "./upright.ts";

export interface FrameSource {
  /** Says what is shown, and begins to decode around it. */
  focus(focus: Focus): void;
  /** Whether a frame can be painted at once. */
  has(frame: number): boolean;
  /** A frame to paint and to close; null while it is not there. */
  take(frame: number): VideoFrame | null;
  /** The frame that stands in for one that the decoder left out. */
  standIn(frame: number): number;
  close(): void;
}

export interface SourceEvents {
  /** A frame more can be painted. */
  onFrame(): void;
  /** Nothing more will come. */
  onFailure(): void;
}

/** Samples that may wait in the decoder: enough to keep it busy, few enough to change direction at once. */
const QUEUE_MAX = 4;
/** Frames of the decoder that may be held while they are copied. */
const COPYING_MAX = 4;
/** To go so many samples on is cheaper than to begin anew. */
const RESTART_SAMPLES = 4;
/** A broken sample is tried again once: browsers take decoders away and give them back. */
const FAILURES_MAX = 1;

/** From a key sample on through the samples. */
interface Run {
  firstFrame: number;
  firstSample: number;
  nextSample: number;
  lastOutput: number;
}

/** Opens a clip for decoding. Keeps at most so many bytes of decoded frames. */
export function createFrameSource(
  media: ClipMedia,
  budgetBytes: number,
  events: SourceEvents,
): FrameSource {
  let focus: Focus = { frame: 0, isPlaying: false, loop: null };
  let frameBytes = media.width * media.height * 1.5;
  const cache = createFrameCache<KeptFrame>(budgetBytes, (frame) => distanceFrom(focus, frame));
  const copying = new Set<number>();
  const leftOut = new Set<number>();
  const spare: ArrayBuffer[] = [];
  let toFetch: number[] | null = null;
  let isClosed = false;
  let isPumping = false;
  let failures = 0;
  let decoder: VideoDecoder | null = null;
  let run: Run | null = null;
  let wake = () => {};
  const opened = open();

  async function open() {
    const track = await readPictureTrack(media.blob);
    const config = await track?.video.getDecoderConfig();
    if (!track || !config) throw new Error("The clip's picture is gone.");
    if (isClosed) track.input.dispose();
    const turn = await turnOf(track.video);
    return { track, config, turn, read: createSampleReader(track) };
  }

  async function pump() {
    if (isPumping || isClosed) return;
    isPumping = true;
    try {
      const clip = await opened;
      while (!isClosed) {
        const sample = nextSample(clip.track);
        if (sample === null) break;
        if (!leadsTo(clip.track, sample)) begin(clip, clip.track.keyOf[sample] ?? 0);
        else if (isBusy()) await new Promise<void>((resolve) => (wake = resolve));
        else await feed(clip);
      }
    } catch {
      fail();
    } finally {
      isPumping = false;
    }
  }

  /** The sample to decode next of all; null while all is there that should be. */
  function nextSample(track: PictureTrack): number | null {
    const room = Math.max(4, Math.floor(budgetBytes / frameBytes) - 1);
    toFetch ??= framesToFetch(focus, media.frameCount, room);
    const missing = (frame: number) =>
      !cache.has(frame) && !copying.has(frame) && !leftOut.has(frame);
    const first = toFetch.findIndex(missing);
    if (first === -1) return null;
    const isNear = first < toFetch.length / 2;
    const found = toFetch
      .slice(first)
      .find((frame) => missing(frame) && (isNear || leadsTo(track, track.sampleOf[frame] ?? 0)));
    // Far frames are decoded where that costs nothing more: else every step back would begin a group anew.
    return found === undefined ? null : (track.sampleOf[found] ?? null);
  }

  /** Whether going on comes to a sample sooner than beginning anew. */
  function leadsTo(track: PictureTrack, sample: number): boolean {
    if (!run || sample < run.firstSample) return false;
    if ((track.samples[sample]?.frame ?? 0) <= run.lastOutput) return false;
    return (track.keyOf[sample] ?? 0) <= run.nextSample + RESTART_SAMPLES;
  }

  type Clip = Awaited<typeof opened>;

  function begin({ track, config, turn }: Clip, sample: number) {
    if (decoder && decoder.state !== "closed") decoder.reset();
    else {
      decoder = new VideoDecoder({ output: (frame) => onOutput(frame, turn), error: onError });
      decoder.addEventListener("dequeue", () => wake());
    }
    decoder.configure(config);
    const firstFrame = Math.max(0, track.samples[sample]?.frame ?? 0);
    run = { firstFrame, firstSample: sample, nextSample: sample, lastOutput: firstFrame - 1 };
  }

  function isBusy() {
    return (decoder?.decodeQueueSize ?? 0) >= QUEUE_MAX || copying.size >= COPYING_MAX;
  }

  /** Gives the decoder one sample more; after the last one takes out what it still holds. */
  async function feed({ track, read }: Clip) {
    const current = run;
    if (!current || !decoder) return;
    if (current.nextSample < track.samples.length) {
      const chunk = await read(current.nextSample);
      // The decoder may have failed meanwhile.
      if (isClosed || run !== current || decoder.state !== "configured") return;
      decoder.decode(chunk);
      current.nextSample += 1;
      return;
    }
    await decoder.flush();
    if (run !== current) return;
    for (let frame = current.lastOutput + 1; frame < media.frameCount; frame += 1)
      leftOut.add(frame);
    run = null;
    if (leftOut.size === media.frameCount) throw new Error("Nothing can be decoded.");
    events.onFrame();
  }

  function onOutput(frame: VideoFrame, turn: Turn | null) {
    const index = frameOfTimestamp(frame.timestamp);
    // Shown before the group's key frame: it may lean on a group that was not decoded.
    if (isClosed || !run || index < run.firstFrame) {
      frame.close();
      wake();
      return;
    }
    for (let gap = run.lastOutput + 1; gap < index; gap += 1) leftOut.add(gap);
    run.lastOutput = Math.max(run.lastOutput, index);
    void keep(frame, index, turn);
  }

  async function keep(frame: VideoFrame, index: number, turn: Turn | null) {
    try {
      if (cache.has(index) || copying.has(index) || !cache.hasRoomFor(index, frameBytes)) return;
      copying.add(index);
      const kept = await keepFrame(frame, turn, takeBuffer);
      if (isClosed) return;
      frameBytes = kept.buffer.byteLength;
      for (const gone of cache.set(index, kept, frameBytes)) spare.push(gone.buffer);
      events.onFrame();
    } catch {
      fail();
    } finally {
      copying.delete(index);
      frame.close();
      wake();
    }
  }

  /** Memory that is used again needs not be cleared by the browser first. */
  function takeBuffer(bytes: number): ArrayBuffer {
    const buffer = spare.pop();
    return buffer?.byteLength === bytes ? buffer : new ArrayBuffer(bytes);
  }

  function onError(error: DOMException) {
    run = null;
    // A decoder that rested in the background is taken back by the browser; a new one is made when it is needed.
    if (error.name !== "QuotaExceededError") failures += 1;
    if (failures > FAILURES_MAX) fail();
    wake();
  }

  function fail() {
    if (isClosed) return;
    close();
    events.onFailure();
  }

  function close() {
    isClosed = true;
    if (decoder && decoder.state !== "closed") decoder.close();
    decoder = null;
    run = null;
    wake();
    void opened.then(({ track }) => track.input.dispose()).catch(() => {});
  }

  return {
    focus(next) {
      focus = next;
      toFetch = null;
      wake();
      void pump();
    },
    has: (frame) => cache.has(frame),
    take(frame) {
      const kept = cache.get(frame);
      return kept ? toVideoFrame(kept) : null;
    },
    standIn(frame) {
      let found = frame;
      while (found > 0 && leftOut.has(found)) found -= 1;
      while (leftOut.has(found) && found < media.frameCount - 1) found += 1;
      return found;
    },
    close() {
      close();
      cache.clear();
      spare.length = 0;
    },
  };
}
