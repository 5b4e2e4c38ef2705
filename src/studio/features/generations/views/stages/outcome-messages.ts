/** What happened to a generation that has no clip, what it means, and what to do. */

import { modes } from "#messages/common.ts";
import { entryStatuses } from "#messages/entry-status.ts";
import { failureRegion } from "#messages/generations.ts";
import { conflict, lost, withdrawn, withdrawnRefused, withdrawnTried } from "#messages/outcomes.ts";
import type { ProblemMessage } from "#messages/problems.ts";
import type { Outcome } from "#studio/domain/life/entry-status.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import { describeProblem, describeTaskError } from "#studio/format/describe-problem.ts";

const FAILURES: ReadonlySet<Outcome> = new Set(["failed", "refused"]);

/** UI text for the outcome. */
export function describeOutcome(entry: LibraryEntry): ProblemMessage {
  if (entry.phase === "withdrawn") return describeWithdrawal(entry);
  if (entry.phase === "lost") return lost;
  if (entry.phase === "refused" && entry.isConflict) return conflict;
  if (entry.phase !== "failed" && entry.problem) return describeProblem(entry.problem);
  return describeTaskError(entry.generation?.error ?? null);
}

/** The text depends on what was sent before the cancellation. */
function describeWithdrawal({ attempts, problem }: LibraryEntry): ProblemMessage {
  if (attempts === 0) return withdrawn;
  return problem?.outcome === "refused" ? withdrawnRefused : withdrawnTried;
}

/** Accessible name of the stage. Both generations of a pair may be on one page. */
export function outcomeRegion(entry: LibraryEntry): string {
  const outcome = outcomeOf(entry);
  const mode = modes[modeOf(entry)];
  return outcome === null || FAILURES.has(outcome)
    ? failureRegion(mode)
    : `${entryStatuses[outcome]}: ${mode}`;
}
