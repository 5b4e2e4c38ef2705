/** The one mapper from a problem to words and an advice for the creator. */
import type { Problem, ProblemCode } from "#contract/problem.ts";
import { type ErrorKind, errorCode } from "#kirin/error-codes.ts";
import { isPromptRefusal, type ReportedError, reportedMeaning } from "#kirin/prompt-refusal.ts";
import { browserProblems } from "#messages/browser-problems.ts";
import { type ProblemWords, proxyProblems, unknownProblem } from "#messages/problems.ts";
import { otherTaskError, taskErrors, taskRefusals } from "#messages/task-errors.ts";
import type { StudioProblemCode } from "./studio-problem.ts";

// The type is the proof that every code has its words.
const WORDS: Readonly<Record<ProblemCode | StudioProblemCode, ProblemWords>> = {
  ...proxyProblems,
  ...browserProblems,
};

/** Words for a problem; one with an unknown code keeps the sentence that the proxy gave it. */
export function problemWords({ code, detail }: Problem): ProblemWords {
  const known = new Map<string, ProblemWords>(Object.entries(WORDS)).get(code);
  return known ?? { ...unknownProblem, detail: detail || unknownProblem.detail };
}

/** What happened and what to do about it, on one line. */
export function problemLine(problem: Problem): string {
  const { title, action } = problemWords(problem);
  return action === null ? `${title}.` : `${title}. ${action}`;
}

/** Words for the failure that Kirin reports of a task. A business code in the report says more than Kirin's own code. */
export function taskErrorWords(error: ReportedError | null): ProblemWords {
  if (error === null) return otherTaskError;
  if (isPromptRefusal(error)) return taskRefusals.prompt;
  const meaning = reportedMeaning(error);
  if (meaning === "balance" || meaning === "permission") return taskRefusals[meaning];
  const kind: ErrorKind | undefined = error.code ? errorCode(error.code)?.kind : undefined;
  return kind === undefined ? otherTaskError : taskErrors[kind];
}
