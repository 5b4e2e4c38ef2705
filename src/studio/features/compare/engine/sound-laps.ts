/** Which stretch of a clip's sound is heard when, as arithmetic. All times in seconds. */

/** What is played: from a place to the end, and where it loops, lap after lap. In frames of the common timeline. */
export interface SoundPlan {
  /** Where the first lap begins. */
  place: number;
  /** The time of the audio clock at which it does. */
  at: number;
  span: { start: number; end: number };
  isLooping: boolean;
  frameRate: number;
  speed: number;
  /** So many frames later is a side's sound begun. */
  delayFrames: number;
}

/** A piece of a sound: from `from` on, for `length` of its own seconds, heard from `at` to `until`. */
export interface Stretch {
  at: number;
  until: number;
  from: number;
  length: number;
}

/** When a lap begins, and when it is over; lap 0 begins at the place it was started from. */
export function lapTimes(plan: SoundPlan, lap: number): { at: number; until: number } {
  const seconds = (frames: number) => frames / plan.frameRate / plan.speed;
  const first = plan.at + seconds(Math.max(0, plan.span.end - plan.place));
  const whole = seconds(plan.span.end - plan.span.start);
  if (lap === 0) return { at: plan.at, until: first };
  return { at: first + (lap - 1) * whole, until: first + lap * whole };
}

/** What a side plays of its sound in a lap; null where it has none in it. */
export function stretchOf(plan: SoundPlan, lap: number, soundLength: number): Stretch | null {
  if (lap > 0 && !plan.isLooping) return null;
  const { at, until } = lapTimes(plan, lap);
  const begin = lap === 0 ? plan.place : plan.span.start;
  const from = (begin - plan.delayFrames) / plan.frameRate;
  // What begins before the sound does waits for it.
  const wait = Math.max(0, -from);
  const start = Math.max(0, from);
  const length = Math.min((until - at) * plan.speed - wait, soundLength - start);
  if (length <= 0) return null;
  const heardAt = at + wait / plan.speed;
  return { at: heardAt, until: heardAt + length / plan.speed, from: start, length };
}

/** What is left of a stretch at a time; null where it is over. */
export function remainderAt(stretch: Stretch, now: number): Stretch | null {
  if (stretch.until <= now) return null;
  if (stretch.at >= now) return stretch;
  const speed = stretch.length / (stretch.until - stretch.at);
  const gone = (now - stretch.at) * speed;
  return {
    at: now,
    until: stretch.until,
    from: stretch.from + gone,
    length: stretch.length - gone,
  };
}
