/**
 * The playback position as a pure function of time. It keeps increasing across loop laps and is wrapped into the span
 * only when a frame is requested, so a later position is always the larger number.
 */

/** A range of frames on the common timeline, end excluded. */
export interface Span {
  start: number;
  end: number;
}

export interface PlayClock {
  /** The position at `atMs`, in fractional frames. */
  position: number;
  /** The time at which `position` was current, in milliseconds. */
  atMs: number;
  framesPerMs: number;
  span: Span;
  isLooping: boolean;
}

/** The current position. Without looping it stops at the end of the span. */
export function positionAt(clock: PlayClock, nowMs: number): number {
  const position = clock.position + Math.max(0, nowMs - clock.atMs) * clock.framesPerMs;
  return clock.isLooping ? position : Math.min(position, Math.max(clock.position, clock.span.end));
}

/** Whether playback reached the end. */
export function hasEnded(clock: PlayClock, nowMs: number): boolean {
  return !clock.isLooping && positionAt(clock, nowMs) >= clock.span.end;
}

/** The frame due at a position. Laps are wrapped into the span; without looping, the end maps to the last frame. */
export function frameAtPosition({ span, isLooping }: PlayClock, position: number): number {
  const frame = Math.floor(position);
  if (frame < span.end) return frame;
  if (!isLooping) return Math.max(span.start, span.end - 1);
  return span.start + ((frame - span.start) % (span.end - span.start));
}

/** The position wrapped into the span: the frame due plus the elapsed fraction of it. */
export function wrapPosition(clock: PlayClock, position: number): number {
  return frameAtPosition(clock, position) + (position - Math.floor(position));
}

/**
 * Restarts the clock at its current position with changed settings. Completed laps are dropped; a position past the end
 * of the new span restarts at its beginning.
 */
export function restartClock(
  clock: PlayClock,
  nowMs: number,
  change: Partial<Omit<PlayClock, "position" | "atMs">> = {},
): PlayClock {
  const position = wrapPosition(clock, positionAt(clock, nowMs));
  const next = { ...clock, ...change, atMs: nowMs };
  return { ...next, position: position < next.span.end ? position : next.span.start };
}

/** Small differences from the sound are corrected gradually, differences above `JUMP_MS` at once. */
const CORRECTION = 0.1;
const JUMP_MS = 60;

/** Adjusts the clock towards the position that is currently audible. */
export function syncClock(clock: PlayClock, nowMs: number, audioPosition: number): PlayClock {
  const position = positionAt(clock, nowMs);
  const difference = audioPosition - position;
  const isFar = Math.abs(difference) > JUMP_MS * clock.framesPerMs;
  return {
    ...clock,
    atMs: nowMs,
    position: position + (isFar ? difference : difference * CORRECTION),
  };
}
