/**
 * The playback position as a pure function of time. The place keeps increasing across loop laps and is folded back into
 * the span only when a frame is requested, so a later place is always the larger number.
 */

/** A range of frames on the common timeline, end excluded. */
export interface Span {
  start: number;
  end: number;
}

export interface PlayClock {
  /** The place at `atMs`, in fractional frames. */
  place: number;
  /** The time at which `place` was current, in milliseconds. */
  atMs: number;
  framesPerMs: number;
  span: Span;
  isLooping: boolean;
}

/** The current place. Without looping it stops at the end of the span. */
export function placeAt(clock: PlayClock, nowMs: number): number {
  const place = clock.place + Math.max(0, nowMs - clock.atMs) * clock.framesPerMs;
  return clock.isLooping ? place : Math.min(place, Math.max(clock.place, clock.span.end));
}

/** Whether playback reached the end. */
export function hasEnded(clock: PlayClock, nowMs: number): boolean {
  return !clock.isLooping && placeAt(clock, nowMs) >= clock.span.end;
}

/** The frame due at a place. Laps are folded back into the span; without looping, the end maps to the last frame. */
export function frameAtPlace({ span, isLooping }: PlayClock, place: number): number {
  const frame = Math.floor(place);
  if (frame < span.end) return frame;
  if (!isLooping) return Math.max(span.start, span.end - 1);
  return span.start + ((frame - span.start) % (span.end - span.start));
}

/** The place with its laps folded back: the frame due plus the elapsed fraction of it. */
export function folded(clock: PlayClock, place: number): number {
  return frameAtPlace(clock, place) + (place - Math.floor(place));
}

/**
 * Restarts the clock at its current place with changed settings. Completed laps are dropped; a place past the end of
 * the new span restarts at its beginning.
 */
export function rewound(
  clock: PlayClock,
  nowMs: number,
  change: Partial<Omit<PlayClock, "place" | "atMs">> = {},
): PlayClock {
  const place = folded(clock, placeAt(clock, nowMs));
  const next = { ...clock, ...change, atMs: nowMs };
  return { ...next, place: place < next.span.end ? place : next.span.start };
}

/** Small differences from the sound are corrected gradually, differences above `JUMP_MS` at once. */
const NUDGE = 0.1;
const JUMP_MS = 60;

/** Adjusts the clock towards the place that is currently audible. */
export function followed(clock: PlayClock, nowMs: number, heardPlace: number): PlayClock {
  const place = placeAt(clock, nowMs);
  const apart = heardPlace - place;
  const isFar = Math.abs(apart) > JUMP_MS * clock.framesPerMs;
  return { ...clock, atMs: nowMs, place: place + (isFar ? apart : apart * NUDGE) };
}
