/** What the creator thinks of clips: kept for good, in rows of its own beside the library. No row holds money. */

/** What is asked when two clips are judged. `better`: the one question of an open judgement · `sound`: with sound. */
export const QUESTIONS = ["looks", "follows", "sound", "better"] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Answer {
  /** The entry that was chosen; null for "no difference". */
  chosenId: string | null;
  /** ISO. */
  at: string;
}

/** Two clips against each other. There is one blind and one open verdict of any two at most. */
export interface Verdict {
  kind: "verdict";
  id: string;
  /** Blind: nothing told which was which until the first questions were answered. */
  isBlind: boolean;
  /** Which one stood on which side. */
  leftId: string;
  rightId: string;
  /** ISO; when the two were first shown. */
  startedAt: string;
  answers: Partial<Record<Question, Answer>>;
  /** ISO; when the creator was told which was which. Null in an open verdict too. */
  revealedAt: string | null;
  reasons: readonly string[];
  note: string;
}

/** What a prompt can ask for, as far as a list of it can be made. */
export const CHECK_KINDS = ["subject", "action", "camera", "line", "sound", "other"] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export const CHECK_STATES = ["open", "met", "not-met"] as const;
/** `open`: not looked at. */
export type CheckState = (typeof CHECK_STATES)[number];

/** One thing that was asked for, and whether it came. Known by kind and text. */
export interface Check {
  kind: CheckKind;
  text: string;
  state: CheckState;
}

export const RATING_MAX = 5;

/** What is said of one clip alone. */
export interface Remark {
  kind: "remark";
  id: string;
  entryId: string;
  /** 1 to {@link RATING_MAX}, or null for none. */
  rating: number | null;
  note: string;
  /** Null until the list that was drawn from the prompt was touched. */
  checks: readonly Check[] | null;
}

/** One question of a ranking by blind pairs. */
export interface Match {
  leftId: string;
  rightId: string;
  /** Null for "no difference". */
  chosenId: string | null;
}

/** The takes of one press in order. */
export interface Ranking {
  kind: "ranking";
  id: string;
  pairId: string;
  /** Best first; what stands in one group is equal. */
  groups: readonly (readonly string[])[];
  /** The answers that led to it, or will once all are given; empty where it was made by hand. */
  matches: readonly Match[];
  /** ISO. */
  at: string;
}

export type Judgement = Verdict | Remark | Ranking;

/** The row of the verdict of two clips, whichever stands left. */
export function verdictId(isBlind: boolean, one: string, other: string): string {
  return [isBlind ? "blind" : "open", ...[one, other].sort()].join(":");
}

/** The row of what is said of one clip. */
export function remarkId(entryId: string): string {
  return `remark:${entryId}`;
}

/** The row of the order of the takes of one press. */
export function rankingId(pairId: string): string {
  return `ranking:${pairId}`;
}
