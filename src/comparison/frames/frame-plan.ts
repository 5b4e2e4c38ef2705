/** Ranks a clip's frames by how likely they are shown next, to decide which to decode and keep. */

/** The current frame and the direction of playback, in the clip's own frames. */
export interface Focus {
  frame: number;
  isPlaying: boolean;
  /** The looped range, both ends included; null if nothing loops. */
  loop: { start: number; end: number } | null;
}

/** While playing, a frame behind the playhead counts as this many times as far away as one ahead. */
const BEHIND_FACTOR = 4;
/** Share of the memory filled ahead while playing; the rest keeps frames that were just shown. */
const AHEAD_SHARE = 0.75;

/** How many frames until a frame is shown if playback continues; infinite if it never is. */
export function framesUntil({ frame: now, loop }: Focus, frame: number): number {
  if (frame >= now) return frame - now;
  if (!loop || frame < loop.start || now > loop.end) return Number.POSITIVE_INFINITY;
  return loop.end - now + 1 + frame - loop.start;
}

/** Distance of a frame for eviction: 0 for the current one. */
export function distanceFrom(focus: Focus, frame: number): number {
  const distance = Math.abs(frame - focus.frame);
  if (!focus.isPlaying) return distance;
  return Math.min(
    framesUntil(focus, frame),
    frame < focus.frame ? distance * BEHIND_FACTOR : distance,
  );
}

/** The frames to decode when there is room for `room` of them, most urgent first. */
export function framesToFetch(focus: Focus, frameCount: number, room: number): number[] {
  const order = focus.isPlaying ? framesUntil : distanceFrom;
  return Array.from({ length: frameCount }, (_, frame) => ({ frame, rank: order(focus, frame) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.max(1, Math.floor(focus.isPlaying ? room * AHEAD_SHARE : room)))
    .map(({ frame }) => frame);
}
