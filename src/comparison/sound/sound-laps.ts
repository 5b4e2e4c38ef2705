/** Computes which part of a clip's sound plays when. Times are in seconds. */

/** What to play: from `position` to the end of `span`, both in frames of the common timeline, repeated if looping. */
export interface SoundPlan {
  /** The position where the first lap starts. */
  position: number;
  /** The time of the audio clock at which the first lap starts. */
  at: number;
  span: { start: number; end: number };
  isLooping: boolean;
  frameRate: number;
  speed: number;
  /** The number of frames by which this side's sound is delayed. */
  delayFrames: number;
}

/** A part of a sound: `length` seconds of it starting at `from`, audible from `at` to `until`. */
export interface SoundRange {
  at: number;
  until: number;
  from: number;
  length: number;
}

/** Start and end of a lap; lap 0 starts at the plan's position. */
export function lapTimes(plan: SoundPlan, lap: number): { at: number; until: number } {
  const seconds = (frames: number) => frames / plan.frameRate / plan.speed;
  const first = plan.at + seconds(Math.max(0, plan.span.end - plan.position));
  const whole = seconds(plan.span.end - plan.span.start);
  if (lap === 0) return { at: plan.at, until: first };
  return { at: first + (lap - 1) * whole, until: first + lap * whole };
}

/** The part of a side's sound that plays in a lap; null if none does. */
export function soundRangeOf(plan: SoundPlan, lap: number, soundLength: number): SoundRange | null {
  if (lap > 0 && !plan.isLooping) return null;
  const { at, until } = lapTimes(plan, lap);
  const begin = lap === 0 ? plan.position : plan.span.start;
  const from = (begin - plan.delayFrames) / plan.frameRate;
  // When the lap starts before the sound does, wait for the sound.
  const wait = Math.max(0, -from);
  const start = Math.max(0, from);
  const length = Math.min((until - at) * plan.speed - wait, soundLength - start);
  if (length <= 0) return null;
  const heardAt = at + wait / plan.speed;
  return { at: heardAt, until: heardAt + length / plan.speed, from: start, length };
}

/** The rest of a range from a time on; null if it is over. */
export function remainderAt(range: SoundRange, now: number): SoundRange | null {
  if (range.until <= now) return null;
  if (range.at >= now) return range;
  const speed = range.length / (range.until - range.at);
  const elapsed = (now - range.at) * speed;
  return {
    at: now,
    until: range.until,
    from: range.from + elapsed,
    length: range.length - elapsed,
  };
}
