/** Plans kept: one for each kind of generation, as long as the history of that kind stays what it is. */
import type { KirinRequest } from "#kirin/request.ts";
import { completionModel } from "./completion-model.ts";
import { completionPrior, type Upstream } from "./completion-prior.ts";
import type { LibraryEntry } from "./library-entry.ts";
import { type PollPlan, planPolls } from "./poll-plan.ts";
import { kindOf, type Wait, waitsLike } from "./wait-history.ts";

/** A read is worth a third of a second of lag: 75 s of waiting cost seven reads, and the end is seen two seconds late. */
export const POLL_PRICE_SECONDS = 0.3;

/** Up to here the usual, almost surely. */
const HORIZON_SHARE = 0.999;
/** An end that may have been at twice the age it may also have been at. */
const HARDLY_KNOWN = 2;

/** Ends of a kind that have to be known before a plan is made of them: fewer say more about luck than about Kirin. */
const LEARNED_FROM = 3;
/** Without a plan: seen at most a twentieth late, and a long wait still costs few reads. */
const CAUTIOUS_SHARE_OF_WAIT = 0.05;
const CAUTIOUS_MAX_SECONDS = 30;

export interface PlanQuestion {
  request: KirinRequest;
  /** The library, newest first. */
  entries: readonly LibraryEntry[];
  upstream: Upstream;
  minGapSeconds: number;
  /** Seconds of lag that one read is worth: more where nobody looks. */
  priceSeconds?: number;
}

/** Gives the plan for a question; planning anew only when an end of that kind was added. */
export type PollPlanner = (question: PlanQuestion) => PollPlan;

/** The plan for generations of one kind, of which these took so long. */
export function planFor(question: Omit<PlanQuestion, "entries">, waits: readonly Wait[]): PollPlan {
  const { request, upstream, minGapSeconds, priceSeconds = POLL_PRICE_SECONDS } = question;
  const model = completionModel(completionPrior(request, upstream), waits);
  const horizonSeconds = model.quantile(HORIZON_SHARE);
  const plan = planPolls({ survival: model.survival, horizonSeconds, minGapSeconds, priceSeconds });
  const extra = betweenBounds(waits[0]);
  return {
    delaySeconds(ageSeconds) {
      const planned = plan.delaySeconds(ageSeconds);
      const delay = extra - ageSeconds;
      return delay >= minGapSeconds ? Math.min(planned, delay) : planned;
    },
  };
}

/**
 * An age at which to look although no end is likely; 0 for none. Where the newest end is hardly known, as when it was there
 * at the first look, the service may have become faster, and who only looks when ends are likely would never find out.
 */
function betweenBounds(newest: Wait | undefined): number {
  if (newest === undefined || newest.highSeconds <= HARDLY_KNOWN * newest.lowSeconds) return 0;
  return (newest.lowSeconds + newest.highSeconds) / 2;
}

/**
 * Where nothing is learned yet, or reads cost nothing and progress is worth seeing: often at first, when a refusal would
 * come, and the rarer the longer it takes.
 */
export function cautiousPlan(minGapSeconds: number): PollPlan {
  return {
    delaySeconds: (ageSeconds) =>
      Math.max(Math.min(ageSeconds * CAUTIOUS_SHARE_OF_WAIT, CAUTIOUS_MAX_SECONDS), minGapSeconds),
  };
}

/** A planner with its own memory. The simulator's generations are always read with caution. */
export function createPollPlanner(): PollPlanner {
  const plans = new Map<string, { history: string; plan: PollPlan }>();
  return ({ entries, ...question }) => {
    const { request, upstream, minGapSeconds, priceSeconds = POLL_PRICE_SECONDS } = question;
    if (upstream === "simulator") return cautiousPlan(minGapSeconds);
    const waits = waitsLike(request, entries, upstream);
    if (waits.length < LEARNED_FROM) return cautiousPlan(minGapSeconds);
    const key = [kindOf(request), upstream, minGapSeconds, priceSeconds].join(" ");
    const history = waits.map((wait) => `${wait.lowSeconds} ${wait.highSeconds}`).join();
    const known = plans.get(key);
    if (known?.history === history) return known.plan;
    const plan = planFor(question, waits);
    plans.set(key, { history, plan });
    return plan;
  };
}
