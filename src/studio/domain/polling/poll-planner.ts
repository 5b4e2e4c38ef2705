/** Caches one plan per kind of generation until the history of that kind changes. */
import type { KirinRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { completionModel } from "./completion-model.ts";
import { completionPrior, type Upstream } from "./completion-prior.ts";
import { type PollPlan, planPolls } from "./poll-plan.ts";
import { kindOf, type Wait, waitsLike } from "./wait-history.ts";

/**
 * A read is worth 0.3 s of lag. A wait of 75 s then takes about seven reads, and the end is seen about two seconds
 * late.
 */
export const POLL_PRICE_SECONDS = 0.3;

/** The share of usual generations that end before the horizon. */
const HORIZON_SHARE = 0.999;
/** An end is imprecise if its upper bound is more than this many times its lower bound. */
const IMPRECISE_RATIO = 2;

/** A plan needs this many known ends of a kind. With fewer, chance dominates. */
const COMPLETIONS_MIN = 3;
/** Without a plan, the end is seen at most 5 % late, and a long wait still takes few reads. */
const CAUTIOUS_SHARE_OF_WAIT = 0.05;
const CAUTIOUS_MAX_SECONDS = 30;

export interface PlanQuestion {
  request: KirinRequest;
  /** The library, newest first. */
  entries: readonly LibraryEntry[];
  upstream: Upstream;
  minGapSeconds: number;
  /** The lag in seconds that one read is worth. Defaults to {@link POLL_PRICE_SECONDS}. */
  priceSeconds?: number;
}

/** Returns the plan for a question. Computes a new one only if the history of that kind has changed. */
export type PollPlanner = (question: PlanQuestion) => PollPlan;

/** The plan for one kind of generation, learned from these waits. */
export function planFor(question: Omit<PlanQuestion, "entries">, waits: readonly Wait[]): PollPlan {
  const { request, upstream, minGapSeconds, priceSeconds = POLL_PRICE_SECONDS } = question;
  const model = completionModel(completionPrior(request, upstream), waits);
  const horizonSeconds = model.quantile(HORIZON_SHARE);
  const plan = planPolls({ survival: model.survival, horizonSeconds, minGapSeconds, priceSeconds });
  const extra = explorationAge(waits[0]);
  return {
    delaySeconds(ageSeconds) {
      const planned = plan.delaySeconds(ageSeconds);
      const delay = extra - ageSeconds;
      return delay >= minGapSeconds ? Math.min(planned, delay) : planned;
    },
  };
}

/**
 * An age at which to read although an end is unlikely, or 0 for none. If the newest end is imprecise, for example
 * because the first read already found it, the service may have become faster. Reads planned only for likely ends would
 * never detect that.
 */
function explorationAge(newest: Wait | undefined): number {
  if (newest === undefined || newest.highSeconds <= IMPRECISE_RATIO * newest.lowSeconds) return 0;
  return (newest.lowSeconds + newest.highSeconds) / 2;
}

/**
 * The plan used while too little is known, or if reads are free and progress should be visible. It reads often at
 * first, when a refusal would come, and less often the longer the task takes.
 */
export function cautiousPlan(minGapSeconds: number): PollPlan {
  return {
    delaySeconds: (ageSeconds) =>
      Math.max(Math.min(ageSeconds * CAUTIOUS_SHARE_OF_WAIT, CAUTIOUS_MAX_SECONDS), minGapSeconds),
  };
}

/** Creates a planner with its own cache. The simulator's generations always use the cautious plan. */
export function createPollPlanner(): PollPlanner {
  const plans = new Map<string, { history: string; plan: PollPlan }>();
  return ({ entries, ...question }) => {
    const { request, upstream, minGapSeconds, priceSeconds = POLL_PRICE_SECONDS } = question;
    if (upstream === "simulator") return cautiousPlan(minGapSeconds);
    const waits = waitsLike(request, entries, upstream);
    if (waits.length < COMPLETIONS_MIN) return cautiousPlan(minGapSeconds);
    const key = [kindOf(request), upstream, minGapSeconds, priceSeconds].join(" ");
    const history = waits.map((wait) => `${wait.lowSeconds} ${wait.highSeconds}`).join();
    const known = plans.get(key);
    if (known?.history === history) return known.plan;
    const plan = planFor(question, waits);
    plans.set(key, { history, plan });
    return plan;
  };
}
