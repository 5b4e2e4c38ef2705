/** The state of the judgements in memory and every way it can change. Pure; the effects are in `judgements.ts`. */
import type { Problem } from "#contract/problem.ts";
import type { Judgement } from "#studio/domain/judging/judgement.ts";
import type { JudgementChange } from "./judgement-database.ts";

/** A change that is shown but not on disk yet. */
export interface PendingChange {
  id: string;
  change: JudgementChange;
  /** Why it could not be written. Null if it was not tried yet. */
  problem: Problem | null;
}

/** Replaced with each change, and otherwise the same object. */
export interface JudgementsState {
  isLoading: boolean;
  /** The judgements as they are on disk. */
  written: ReadonlyMap<string, Judgement>;
  /** Oldest first. */
  pending: readonly PendingChange[];
  /** Why judgements could not be read. */
  readProblem: Problem | null;
  /** The judgements with the pending changes. */
  byId: ReadonlyMap<string, Judgement>;
  /** Why judgements could not be read or saved. Null if there is no problem. */
  problem: Problem | null;
  /** Number of changes that are shown but could not be written. */
  unsavedCount: number;
}

/** The state before the disk was read, and at build time. */
export const NO_JUDGEMENTS: JudgementsState = {
  isLoading: true,
  written: new Map(),
  pending: [],
  readProblem: null,
  byId: new Map(),
  problem: null,
  unsavedCount: 0,
};

export type JudgementsEvent =
  /** The creator changed a judgement. */
  | { type: "change"; id: string; change: JudgementChange }
  /** The whole disk was read, or only the rows that another tab changed. */
  | { type: "read"; judgements: readonly Judgement[]; isWhole: boolean }
  | { type: "read-failed"; problem: Problem }
  /** A newer version of the studio took over the database. */
  | { type: "replaced"; problem: Problem }
  /** All these changes of one row were written, which resulted in `judgement`. */
  | { type: "written"; judgement: Judgement; changes: readonly PendingChange[] }
  | { type: "write-failed"; problem: Problem; changes: readonly PendingChange[] };

type Source = Pick<JudgementsState, "isLoading" | "written" | "pending" | "readProblem">;

/** Returns the state after an event. */
export function nextJudgements(state: JudgementsState, event: JudgementsEvent): JudgementsState {
  return withDerived({ ...state, ...changed(state, event) });
}

function changed(state: JudgementsState, event: JudgementsEvent): Partial<Source> {
  const { written, pending } = state;
  switch (event.type) {
    case "change": {
      const { id, change } = event;
      return { pending: [...pending, { id, change, problem: null }] };
    }
    case "read":
      return {
        isLoading: false,
        written: withJudgements(written, event.judgements),
        ...(event.isWhole ? { readProblem: null } : {}),
      };
    case "read-failed":
      return { isLoading: false, readProblem: event.problem };
    case "replaced":
      return { readProblem: event.problem };
    case "written":
      return {
        written: withJudgements(written, [event.judgement]),
        pending: pending.filter((one) => !event.changes.includes(one)),
      };
    case "write-failed": {
      const { problem, changes } = event;
      return { pending: pending.map((one) => (changes.includes(one) ? { ...one, problem } : one)) };
    }
  }
}

function withJudgements(
  before: ReadonlyMap<string, Judgement>,
  judgements: readonly Judgement[],
): ReadonlyMap<string, Judgement> {
  return new Map([...before, ...judgements.map((one) => [one.id, one] as const)]);
}

function withDerived(source: Source): JudgementsState {
  const { written, pending, readProblem } = source;
  const byId = new Map(written);
  for (const { id, change } of pending) byId.set(id, change(byId.get(id)));
  const unsaved = pending.flatMap(({ problem }) => problem ?? []);
  return {
    ...source,
    byId,
    problem: unsaved.at(-1) ?? readProblem,
    unsavedCount: unsaved.length,
  };
}
