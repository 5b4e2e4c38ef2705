/** What can become of a verdict. Pure: whoever calls says when, and which side it fell. */
import { type Answer, type Question, type Verdict, verdictId } from "./judgement.ts";

/** What has to be answered before it is told which was which. */
export const FIRST_QUESTIONS = ["looks", "follows"] as const satisfies readonly Question[];

interface VerdictStart {
  isBlind: boolean;
  leftId: string;
  rightId: string;
  now: string;
}

/** A verdict with nothing answered. */
export function startVerdict({ isBlind, leftId, rightId, now }: VerdictStart): Verdict {
  return {
    kind: "verdict",
    id: verdictId(isBlind, leftId, rightId),
    isBlind,
    leftId,
    rightId,
    startedAt: now,
    answers: {},
    revealedAt: null,
    reasons: [],
    note: "",
  };
}

/** The verdict with one more answer. What was answered blind stays as it was once the sides are known. */
export function answerVerdict(verdict: Verdict, question: Question, answer: Answer): Verdict {
  const isSealed = verdict.revealedAt !== null && FIRST_QUESTIONS.some((one) => one === question);
  if (isSealed) return verdict;
  return { ...verdict, answers: { ...verdict.answers, [question]: answer } };
}

/** Whether it may be told which was which. */
export function canReveal({ answers }: Verdict): boolean {
  return FIRST_QUESTIONS.every((question) => answers[question] !== undefined);
}

/** The verdict once it was told; the first time counts. */
export function revealVerdict(verdict: Verdict, now: string): Verdict {
  if (verdict.revealedAt !== null || !canReveal(verdict)) return verdict;
  return { ...verdict, revealedAt: now };
}

/**
 * The entry that a verdict chose: an open one says so, a blind one where no answer speaks for the other clip. Null for
 * no difference, for answers that disagree, and until it was told which was which.
 */
export function chosenBy(verdict: Verdict): string | null {
  if (!verdict.isBlind) return verdict.answers.better?.chosenId ?? null;
  if (verdict.revealedAt === null) return null;
  const chosen = new Set(Object.values(verdict.answers).flatMap(({ chosenId }) => chosenId ?? []));
  const [only, other] = chosen;
  return only !== undefined && other === undefined ? only : null;
}
