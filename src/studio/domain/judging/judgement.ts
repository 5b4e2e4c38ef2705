/**
 * The creator's judgements of clips, stored permanently in their own rows beside the library. They never hold money.
 */

/**
 * The questions asked about two clips. `better` is the only question of an open judgement. `sound` applies to clips
 * with sound.
 */
export const QUESTIONS = ["looks", "follows", "sound", "better"] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Answer {
  /** The chosen entry. Null for "no difference". */
  chosenId: string | null;
  /** ISO. */
  at: string;
}

/** A comparison of two clips. Any two clips have at most one blind and one open verdict. */
export interface Verdict {
  kind: "verdict";
  id: string;
  /** Whether the clips' identities were hidden until the first questions were answered. */
  isBlind: boolean;
  /** The entries on the left and right side. */
  leftId: string;
  rightId: string;
  /** ISO time at which the two clips were first shown. */
  startedAt: string;
  answers: Partial<Record<Question, Answer>>;
  /** ISO time at which the identities were revealed. Always null in an open verdict. */
  revealedAt: string | null;
  reasons: readonly string[];
  note: string;
}

/** The kinds of checks that can be derived from a prompt. */
export const CHECK_KINDS = ["subject", "action", "camera", "line", "sound", "other"] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export const CHECK_STATES = ["open", "met", "not-met"] as const;
/** `open`: not checked yet. */
export type CheckState = (typeof CHECK_STATES)[number];

/** One thing that the prompt asked for and whether the clip met it. Identified by kind and text. */
export interface Check {
  kind: CheckKind;
  text: string;
  state: CheckState;
}

export const RATING_MAX = 5;

/** The creator's rating, note and checklist for one clip. */
export interface Remark {
  kind: "remark";
  id: string;
  entryId: string;
  /** 1 to {@link RATING_MAX}, or null if not rated. */
  rating: number | null;
  note: string;
  /** Null until the creator changes the list derived from the prompt. */
  checks: readonly Check[] | null;
}

/** One comparison in a ranking by blind pairs. */
export interface Match {
  leftId: string;
  rightId: string;
  /** Null for "no difference". */
  chosenId: string | null;
}

/** The order of the takes of one press. */
export interface Ranking {
  kind: "ranking";
  id: string;
  pairId: string;
  /** Best first. Takes in the same group are equal. */
  groups: readonly (readonly string[])[];
  /**
   * The answers given so far, which determine the order once complete. Empty if the creator ordered the takes by hand.
   */
  matches: readonly Match[];
  /** ISO. */
  at: string;
}

export type Judgement = Verdict | Remark | Ranking;

/** The row id of a verdict, independent of which clip is on which side. */
export function verdictId(isBlind: boolean, one: string, other: string): string {
  return [isBlind ? "blind" : "open", ...[one, other].sort()].join(":");
}

/** The row id of the remark on one clip. */
export function remarkId(entryId: string): string {
  return `remark:${entryId}`;
}

/** The row id of the ranking of one press. */
export function rankingId(pairId: string): string {
  return `ranking:${pairId}`;
}
