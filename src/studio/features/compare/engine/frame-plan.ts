/** Which frames of a clip are worth keeping and decoding: those that are most likely shown next. */

/** What is shown of a clip, and where it goes from there. In the clip's own frames. */
export interface Focus {
  frame: number;
  isPlaying: boolean;
  /** What is looped, both included: after its end comes its start. Null where nothing is. */
  loop: { start: number; end: number } | null;
}

/** How much less a frame behind is worth than one as far ahead, while playing. */
const BEHIND = 4;
/** How much of the room is filled ahead while playing; the rest keeps what was just shown. */
const AHEAD = 0.75;

/** How many frames on a frame is shown if it plays on; infinite where it never is. */
export function framesUntil({ frame: now, loop }: Focus, frame: number): number {
  if (frame >= now) return frame - now;
  if (!loop || frame < loop.start || now > loop.end) return Number.POSITIVE_INFINITY;
  return loop.end - now + 1 + frame - loop.start;
}

/** How far off a frame is, for what is kept: 0 for the one that is shown. */
export function distanceFrom(focus: Focus, frame: number): number {
  const apart = Math.abs(frame - focus.frame);
  if (!focus.isPlaying) return apart;
  return Math.min(framesUntil(focus, frame), frame < focus.frame ? apart * BEHIND : apart);
}

/** The frames to decode where there is room for so many, the first one first. */
export function framesToFetch(focus: Focus, frameCount: number, room: number): number[] {
  const order = focus.isPlaying ? framesUntil : distanceFrom;
  return Array.from({ length: frameCount }, (_, frame) => ({ frame, rank: order(focus, frame) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.max(1, Math.floor(focus.isPlaying ? room * AHEAD : room)))
    .map(({ frame }) => frame);
}
