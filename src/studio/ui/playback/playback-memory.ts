/** State of a transport that its media element does not report. Pure; the effects are in `playback.ts`. */
import { type FrameTimes, frameAt, seekTimeOfFrame } from "./frame-time.ts";

/** Media clocks round to microseconds; times closer than this count as equal. */
const TIME_TOLERANCE_S = 0.002;

/** The properties of the media element that the rules use. */
export type MediaFacts = Pick<HTMLVideoElement, "currentTime" | "duration" | "ended" | "seeking">;

/** Times are in seconds, on the element's clock. */
export interface PlaybackMemory {
  /** Null until the sample table is known. */
  frames: FrameTimes | null;
  /** Offset of the file's clock from the element's clock. */
  clockOffsetS: number;
  /** Start of the current frame; null if unknown. */
  shownS: number | null;
  /** Null if no seek is in progress. */
  seek: Seek | null;
  /** Steps requested before the sample table is known. */
  waitingSteps: number;
}

interface Seek {
  targetS: number;
  /**
   * The time the element was last sent to; null if it was not sent to any. `currentTime` is no substitute, because
   * Chrome reports the full length after a seek to the end.
   */
  lastTargetS: number | null;
}

export const INITIAL_MEMORY: PlaybackMemory = {
  frames: null,
  clockOffsetS: 0,
  shownS: null,
  seek: null,
  waitingSteps: 0,
};

export type PlaybackEvent =
  | { type: "seek"; toS: number }
  | { type: "skip"; byS: number }
  | { type: "seek-to-frame"; frame: number }
  | { type: "step"; frames: number }
  | { type: "play" }
  | { type: "frames-read"; frames: FrameTimes | null }
  | { type: "frame-shown"; startS: number }
  | { type: "seeked" }
  | { type: "emptied" };

/** The memory after an event, and the time that the element has to seek to; null for none. */
export interface NextMemory {
  memory: PlaybackMemory;
  moveToS: number | null;
}

/** Returns the memory after an event, and the time to seek to. */
export function nextMemory(
  memory: PlaybackMemory,
  event: PlaybackEvent,
  media: MediaFacts,
): NextMemory {
  switch (event.type) {
    case "seek":
      return seek(memory, media, event.toS);
    case "skip":
      return seek(memory, media, (memory.seek?.targetS ?? media.currentTime) + event.byS);
    case "seek-to-frame":
      return seekToFrame(memory, media, event.frame);
    case "step":
      return step(memory, media, event.frames);
    case "play":
      return play(memory, media);
    case "frames-read": {
      const next = aligned({ ...memory, frames: event.frames, clockOffsetS: 0 });
      return event.frames === null || memory.waitingSteps === 0 ? stay(next) : step(next, media, 0);
    }
    case "frame-shown":
      return stay(aligned({ ...memory, shownS: event.startS }));
    case "seeked":
      return endSeek(memory, media);
    case "emptied":
      return stay({ ...memory, shownS: null, seek: null });
  }
}

/** The length of a clip in seconds, 0 while unknown. */
export function durationOf({ duration }: Pick<MediaFacts, "duration">): number {
  return Number.isFinite(duration) ? duration : 0;
}

/** The current frame, or the target of the seek in progress. Null without a sample table. */
export function shownFrame(media: MediaFacts, memory: PlaybackMemory): number | null {
  const { frames, clockOffsetS } = memory;
  if (!frames) return null;
  if (media.ended) return frames.frameStarts.length - 1;
  return frameAt(positionOf(media, memory) + clockOffsetS, frames);
}

/** The current position, or the target of the seek in progress. */
export function positionOf(media: MediaFacts, { seek, shownS }: PlaybackMemory): number {
  return seek?.targetS ?? shownS ?? media.currentTime;
}

function stay(memory: PlaybackMemory): NextMemory {
  return { memory, moveToS: null };
}

function seek(memory: PlaybackMemory, media: MediaFacts, toS: number): NextMemory {
  const targetS = Math.max(0, toS);
  // Lets a seek in progress finish first. Restarting it on every slider move would never show a frame.
  const moveToS = media.seeking ? null : withinClip(targetS, media);
  const lastTargetS = moveToS ?? memory.seek?.lastTargetS ?? null;
  return {
    memory: { ...memory, shownS: null, seek: { targetS, lastTargetS }, waitingSteps: 0 },
    moveToS,
  };
}

function seekToFrame(memory: PlaybackMemory, media: MediaFacts, frame: number): NextMemory {
  const { frames, clockOffsetS } = memory;
  // Without a sample table only the first and the last position are known.
  if (!frames) return seek(memory, media, frame <= 0 ? 0 : durationOf(media));
  const last = frames.frameStarts.length - 1;
  const inside = Math.min(Math.max(frame, 0), last);
  return seek(memory, media, seekTimeOfFrame(inside, frames) - clockOffsetS);
}

/** Once the sample table is known, also performs the steps that were requested before. */
function step(memory: PlaybackMemory, media: MediaFacts, frames: number): NextMemory {
  const steps = memory.waitingSteps + frames;
  const frame = shownFrame(media, memory);
  if (frame === null) return stay({ ...memory, waitingSteps: steps });
  return seekToFrame(memory, media, frame + steps);
}

/** At the last frame, play starts again from the beginning. */
function play(memory: PlaybackMemory, media: MediaFacts): NextMemory {
  const last = (memory.frames?.frameStarts.length ?? 0) - 1;
  if (last > 0 && shownFrame(media, memory) === last) return seekToFrame(memory, media, 0);
  return stay({ ...memory, waitingSteps: 0 });
}

function endSeek(memory: PlaybackMemory, media: MediaFacts): NextMemory {
  if (!memory.seek) return stay(memory);
  const { targetS, lastTargetS } = memory.seek;
  const moveToS = withinClip(targetS, media);
  if (lastTargetS !== moveToS) {
    return { memory: { ...memory, seek: { targetS, lastTargetS: moveToS } }, moveToS };
  }
  if (media.seeking) return stay(memory);
  // The last reported frame may be the new one, or one from before the seek.
  const shownS = isShownAt(memory, media.currentTime) ? memory.shownS : null;
  return stay({ ...memory, seek: null, shownS });
}

function isShownAt({ frames, shownS, clockOffsetS }: PlaybackMemory, timeS: number): boolean {
  if (frames === null || shownS === null) return false;
  return frameAt(shownS + clockOffsetS, frames) === frameAt(timeS + clockOffsetS, frames);
}

function withinClip(timeS: number, media: MediaFacts): number {
  const end = durationOf(media);
  return end > 0 ? Math.min(timeS, end - TIME_TOLERANCE_S) : timeS;
}

/**
 * Some browsers count from the file's first frame, whatever its timestamp. A reported frame earlier than that timestamp
 * reveals it.
 */
function aligned(memory: PlaybackMemory): PlaybackMemory {
  const [firstS = 0] = memory.frames?.frameStarts ?? [];
  const isEarly = memory.shownS !== null && memory.shownS < firstS - TIME_TOLERANCE_S;
  return isEarly ? { ...memory, clockOffsetS: firstS } : memory;
}
