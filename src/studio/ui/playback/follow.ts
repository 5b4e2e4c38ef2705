/** How a second clip keeps step with the first: small drifts are eased out, large ones jumped over. */

const IGNORED_DRIFT_S = 0.015;
const JUMP_DRIFT_S = 0.25;
/** At most this share faster or slower, which neither eye nor ear makes out. */
const EASE_MAX = 0.08;

/** What a follower is to do now. */
export type FollowCorrection = { kind: "jump" } | { kind: "speed"; speed: number };

/** The correction for a follower that is `driftS` ahead of its leader (negative: behind). */
export function followCorrection(driftS: number, speed: number): FollowCorrection {
  if (Math.abs(driftS) > JUMP_DRIFT_S) return { kind: "jump" };
  if (Math.abs(driftS) < IGNORED_DRIFT_S) return { kind: "speed", speed };
  const ease = Math.min(Math.max(driftS, -EASE_MAX), EASE_MAX);
  return { kind: "speed", speed: speed * (1 - ease) };
}
