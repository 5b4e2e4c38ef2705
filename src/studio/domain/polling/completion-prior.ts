/** What is known about completion times before the creator has any history. */
import { DEFAULTS, type Duration } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";

/** Which service responds: the real one, the simulator, or not yet known. */
export type Upstream = "simulator" | "live" | null;

/** A log-normal prior for the completion times of one kind of generation. */
export interface CompletionPrior {
  medianSeconds: number;
  /** Standard deviation of the logarithm between generations of the kind. */
  spread: number;
  /** How many observations the prior median is worth. */
  strength: number;
}

// Times observed at the real service.
const STD_SECONDS: Record<Duration, readonly [low: number, high: number]> = {
  "5": [60, 90],
  "10": [90, 120],
};
const PRO_FACTORS = [2, 4] as const;

// The simulator's pace depends on the machine and on a setting, so this prior is worth only a tenth of an observation.
const SIMULATOR_SECONDS: Record<Duration, number> = { "5": 5, "10": 10 };
const SIMULATOR_PRO_FACTOR = 2;

/** The usual range of the real service. */
export function knownRange({ mode, duration }: KirinRequest): readonly [low: number, high: number] {
  const [low, high] = STD_SECONDS[duration ?? DEFAULTS.duration];
  const [lowFactor, highFactor] = mode === "pro" ? PRO_FACTORS : ([1, 1] as const);
  return [low * lowFactor, high * highFactor];
}

/** The prior for a request. */
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
