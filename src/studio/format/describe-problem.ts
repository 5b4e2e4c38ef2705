/** The one mapper from a problem to UI text and an action. */
import type { Problem, ProblemCode } from "#contract/problem.ts";
import { type ErrorKind, errorCode } from "#kirin/refusals/error-codes.ts";
import {
  isPromptRefusal,
  type ReportedError,
  reportedMeaning,
} from "#kirin/refusals/prompt-refusal.ts";
import { browserProblems } from "#messages/browser-problems.ts";
import { paragraph, sentence } from "#messages/common.ts";
import { type ProblemMessage, proxyProblems, unknownProblem } from "#messages/problems.ts";
import { otherTaskError, taskErrors, taskRefusals } from "#messages/task-errors.ts";
import type { StudioProblemCode } from "#studio/domain/life/studio-problem.ts";

// The type guarantees that every code has a text.
const PROBLEM_MESSAGES: Readonly<Record<ProblemCode | StudioProblemCode, ProblemMessage>> = {
  ...proxyProblems,
  ...browserProblems,
};

/** The text for a problem. For an unknown code, the detail comes from the proxy. */
export function describeProblem({ code, detail }: Problem): ProblemMessage {
  const known = new Map<string, ProblemMessage>(Object.entries(PROBLEM_MESSAGES)).get(code);
  return known ?? { ...unknownProblem, detail: detail || unknownProblem.detail };
}

/** What happened and what to do about it, on one line. */
export function problemSummary(problem: Problem): string {
  const { title, action } = describeProblem(problem);
  return paragraph(sentence(title), action);
}

/** What it means and what to do about it, to be shown below the title. */
export function problemExplanation(problem: Problem): string {
  const { detail, action } = describeProblem(problem);
  return paragraph(detail, action);
}

/**
 * The text for a task failure that Kirin reported. A business code in the report is more specific than Kirin's own
 * code.
 */
export function describeTaskError(error: ReportedError | null): ProblemMessage {
  if (error === null) return otherTaskError;
  if (isPromptRefusal(error)) return taskRefusals.prompt;
  const meaning = reportedMeaning(error);
  if (meaning === "balance" || meaning === "permission") return taskRefusals[meaning];
  const kind: ErrorKind | undefined = error.code ? errorCode(error.code)?.kind : undefined;
  return kind === undefined ? otherTaskError : taskErrors[kind];
}
