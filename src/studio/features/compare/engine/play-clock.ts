/**
 * Where playing stands, as a rule of time alone. The place is counted on without end; laps of a loop are folded back when
 * a frame is asked for, so that a place later in time is always the larger number.
 */

/** Frames of the common timeline, the end not included. */
export interface Span {
  start: number;
  end: number;
}

export interface PlayClock {
  /** Where it stood, in frames and parts of them… */
  place: number;
  /** …at this time, in milliseconds. */
  atMs: number;
  framesPerMs: number;
  span: Span;
  isLooping: boolean;
}

/** Where it stands now. Never on from the end of what is played once. */
export function placeAt(clock: PlayClock, nowMs: number): number {
  const place = clock.place + Math.max(0, nowMs - clock.atMs) * clock.framesPerMs;
  return clock.isLooping ? place : Math.min(place, Math.max(clock.place, clock.span.end));
}

/** Whether all was played. */
export function hasEnded(clock: PlayClock, nowMs: number): boolean {
  return !clock.isLooping && placeAt(clock, nowMs) >= clock.span.end;
}

/** The frame that is due at a place: laps are folded back into the span, the end of what is played once is its last frame. */
export function frameAtPlace({ span, isLooping }: PlayClock, place: number): number {
  const frame = Math.floor(place);
  if (frame < span.end) return frame;
  if (!isLooping) return Math.max(span.start, span.end - 1);
  return span.start + ((frame - span.start) % (span.end - span.start));
}

/** A place with its laps folded back: the frame that is due, and how much of it is over. */
export function folded(clock: PlayClock, place: number): number {
  return frameAtPlace(clock, place) + (place - Math.floor(place));
}

/**
 * A clock that stands where this one stands, told anew how to go on. Laps that are done are forgotten; where it stands after
 * the end of what is to be played now, it begins that.
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

/** Differences from the sound that nobody sees are made good in passing, larger ones at once. */
const NUDGE = 0.1;
const JUMP_MS = 60;

/** A clock that goes by the sound: drawn to the place that is heard now. */
export function followed(clock: PlayClock, nowMs: number, heardPlace: number): PlayClock {
  const place = placeAt(clock, nowMs);
  const apart = heardPlace - place;
  const isFar = Math.abs(apart) > JUMP_MS * clock.framesPerMs;
  return { ...clock, atMs: nowMs, place: place + (isFar ? apart : apart * NUDGE) };
}
