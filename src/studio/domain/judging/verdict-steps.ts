/** The transitions of a verdict. Pure: the caller passes the time and the sides. */
import { type Answer, type Question, type Verdict, verdictId } from "./judgement.ts";

/** The questions to answer before the identities are revealed. */
export const FIRST_QUESTIONS = ["looks", "follows"] as const satisfies readonly Question[];

interface VerdictStart {
  isBlind: boolean;
  leftId: string;
  rightId: string;
  now: string;
}

/** A verdict without answers. */
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

/** The verdict with one more answer. Answers to the blind questions cannot change after the reveal. */
export function answerVerdict(verdict: Verdict, question: Question, answer: Answer): Verdict {
  const isFixed = verdict.revealedAt !== null && FIRST_QUESTIONS.some((one) => one === question);
  if (isFixed) return verdict;
  return { ...verdict, answers: { ...verdict.answers, [question]: answer } };
}

/** Whether the identities may be revealed. */
export function canReveal({ answers }: Verdict): boolean {
  return FIRST_QUESTIONS.every((question) => answers[question] !== undefined);
}

/** The revealed verdict. Only the first reveal sets the time. */
export function revealVerdict(verdict: Verdict, now: string): Verdict {
  if (verdict.revealedAt !== null || !canReveal(verdict)) return verdict;
  return { ...verdict, revealedAt: now };
}

/**
 * The entry that a verdict chose. An open verdict has one answer. A blind one chose a clip if no answer prefers the
 * other. Null for no difference, for contradicting answers, and before the reveal.
 */
export function chosenBy(verdict: Verdict): string | null {
  if (!verdict.isBlind) return verdict.answers.better?.chosenId ?? null;
  if (verdict.revealedAt === null) return null;
  const chosen = new Set(Object.values(verdict.answers).flatMap(({ chosenId }) => chosenId ?? []));
  const [only, other] = chosen;
  return only !== undefined && other === undefined ? only : null;
}
