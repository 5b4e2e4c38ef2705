/** What is known of completion times before this creator has any. */
import { DEFAULTS, type Duration } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";

/** Who answers: the real service, the simulator, or not yet known. */
export type Upstream = "simulator" | "live" | null;

/** A log-normal guess at the times of one kind of generation. */
export interface CompletionPrior {
  medianSeconds: number;
  /** Standard deviation of the logarithm, from one such generation to the next. */
  spread: number;
  /** How many observations the guessed median is worth. */
  strength: number;
}

// What the real service's users see (reference: the observed wire facts).
const STD_SECONDS: Record<Duration, readonly [low: number, high: number]> = {
  "5": [60, 90],
  "10": [90, 120],
};
const PRO_FACTORS = [2, 4] as const;

// The simulator renders on whatever machine this is, at a pace that can be set: a tenth of an observation is little.
const SIMULATOR_SECONDS: Record<Duration, number> = { "5": 5, "10": 10 };
const SIMULATOR_PRO_FACTOR = 2;

/** The range that the real service is known for. */
export function knownRange({ mode, duration }: KirinRequest): readonly [low: number, high: number] {
  const [low, high] = STD_SECONDS[duration ?? DEFAULTS.duration];
  const [lowFactor, highFactor] = mode === "pro" ? PRO_FACTORS : ([1, 1] as const);
  return [low * lowFactor, high * highFactor];
}

/** The guess to start from. */
export function completionPrior(request: KirinRequest, upstream: Upstream): CompletionPrior {
  if (upstream === "live") {
    const [low, high] = knownRange(request);
    const isPro = request.mode === "pro";
    return {
      medianSeconds: Math.sqrt(low * high),
      spread: isPro ? 0.3 : 0.25,
      strength: isPro ? 0.5 : 1,
    };
  }
  if (upstream === "simulator") {
    const seconds = SIMULATOR_SECONDS[request.duration ?? DEFAULTS.duration];
    const factor = request.mode === "pro" ? SIMULATOR_PRO_FACTOR : 1;
    return { medianSeconds: seconds * factor, spread: 0.3, strength: 0.1 };
  }
  return { medianSeconds: 30, spread: 0.3, strength: 0.05 };
}
