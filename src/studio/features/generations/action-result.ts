/** Results of the creator's actions on generations. */
import type { Problem } from "#contract/problem.ts";
import { storageProblem } from "#studio/storage/database/storage-problem.ts";

/** The action did not take effect, for this reason. */
export interface Failed {
  status: "failed";
  problem: Problem;
}

/** The creator was asked before money was spent, and declined. */
interface Declined {
  status: "declined";
}

/** `unchanged`: there was nothing to do, for example because another tab was first. */
export type ChangeResult = { status: "changed" } | { status: "unchanged" } | Declined | Failed;

/**
 * `changed`: the entries are on disk, and the library shows their progress. `unchanged`: nothing was added, and `ids`
 * are the entries of an earlier press with the same key, if there was one.
 */
export type SubmitResult =
  | { status: "changed"; ids: readonly string[] }
  | { status: "unchanged"; ids: readonly string[] }
  | Declined
  | Failed;

/** A failure before anything was sent. */
export function notSent(problem: Problem): Failed {
  return { status: "failed", problem: { ...problem, outcome: "not-sent" } };
}

/** The failure for an id that is not in the library: the entry was deleted with the rest of it. */
export function entryMissing(): Failed {
  return notSent(storageProblem("storage-failed"));
}
