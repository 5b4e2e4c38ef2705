/** How long generations like this one usually take: from the creator's own, or from what is known of Kirin. */
import type { KirinRequest } from "#kirin/request.ts";
import { completionModel } from "./completion-model.ts";
import { completionPrior, knownRange, type Upstream } from "./completion-prior.ts";
import type { LibraryEntry } from "./library-entry.ts";
import { waitsLike } from "./wait-history.ts";

export interface UsualTime {
  lowSeconds: number;
  highSeconds: number;
  /** How many of the creator's own generations it is drawn from; 0 for what is generally known. */
  count: number;
}

// Fewer say more about luck than about Kirin.
const HISTORY_MIN = 3;
// Four of five usual ones end within the range.
const LOW_SHARE = 0.1;
const HIGH_SHARE = 0.9;

/** The range in which such generations usually end; null when nothing is known. Entries come newest first. */
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
    // The mode card promises one length here, since the simulator's pace hardly varies.
    const { medianSeconds } = completionPrior(request, upstream);
    return { lowSeconds: medianSeconds, highSeconds: medianSeconds, count: 0 };
  }
  const [lowSeconds, highSeconds] = knownRange(request);
  return { lowSeconds, highSeconds, count: 0 };
}

/** An estimate is not worth single seconds. */
function roundSeconds(seconds: number): number {
  const step = seconds < 20 ? 1 : seconds < 180 ? 5 : 10;
  return Math.max(1, Math.round(seconds / step) * step);
}
