/** Estimates how long a generation usually takes, from the creator's own history or from what is known about Kirin. */
import type { KirinRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { completionModel } from "./completion-model.ts";
import { completionPrior, knownRange, type Upstream } from "./completion-prior.ts";
import { waitsLike } from "./wait-history.ts";

export interface UsualTime {
  lowSeconds: number;
  highSeconds: number;
  /** Number of the creator's own generations that the estimate is based on. 0 if it comes from the prior. */
  count: number;
}

// With fewer, chance dominates.
const HISTORY_MIN = 3;
// 80 % of the usual generations end within the range.
const LOW_SHARE = 0.1;
const HIGH_SHARE = 0.9;

/**
 * The range in which generations of this kind usually end. Null if nothing is known. Entries are ordered newest first.
 */
export function usualTime(
  request: KirinRequest,
  entries: readonly LibraryEntry[],
  upstream: Upstream,
): UsualTime | null {
  const waits = waitsLike(request, entries, upstream);
  if (waits.length >= HISTORY_MIN) {
    const { quantile } = completionModel(completionPrior(request, upstream), waits);
    return {
      lowSeconds: roundSeconds(quantile(LOW_SHARE)),
      highSeconds: roundSeconds(quantile(HIGH_SHARE)),
      count: waits.length,
    };
  }
  if (upstream === null) return null;
  if (upstream === "simulator") {
    // The simulator's pace hardly varies, so the mode card shows a single duration.
    const { medianSeconds } = completionPrior(request, upstream);
    return { lowSeconds: medianSeconds, highSeconds: medianSeconds, count: 0 };
  }
  const [lowSeconds, highSeconds] = knownRange(request);
  return { lowSeconds, highSeconds, count: 0 };
}

/** Rounds to a step that suits the precision of an estimate. */
function roundSeconds(seconds: number): number {
  const step = seconds < 20 ? 1 : seconds < 180 ? 5 : 10;
  return Math.max(1, Math.round(seconds / step) * step);
}
