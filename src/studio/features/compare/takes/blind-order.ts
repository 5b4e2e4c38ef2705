/**
 * Ranks takes by pairwise questions: a merge sort whose comparisons a person makes. It is recomputed from all answers
 * so far, so it can be interrupted and resumed at any question, and answers can be undone.
 */
import type { Match } from "#studio/domain/judging/judgement.ts";

/** Best first; takes in the same group are tied. */
export type Groups = readonly (readonly string[])[];

/** The two takes to compare next. */
export interface NextMatch {
  leftId: string;
  rightId: string;
}

export interface BlindOrder {
  /** Null while questions remain. */
  groups: Groups | null;
  next: NextMatch | null;
}

/** The state of ranking these takes after the given answers. Answers about other takes are ignored. */
export function blindOrder(ids: readonly string[], matches: readonly Match[]): BlindOrder {
  const answers = new Map(matches.map((match) => [keyOf(match.leftId, match.rightId), match]));
  let next: NextMatch | null = null;

  /** Null if an answer is missing. */
  function sort(part: readonly string[]): Groups | null {
    if (part.length < 2) return part.map((id) => [id]);
    const middle = Math.ceil(part.length / 2);
    const better = sort(part.slice(0, middle));
    const other = better && sort(part.slice(middle));
    return better && other && merge(better, other);
  }

  function merge(one: Groups, other: Groups): Groups | null {
    const [[first], [second]] = [one[0] ?? [], other[0] ?? []];
    const [head, ...rest] = one;
    const [otherHead, ...otherRest] = other;
    if (!head || !otherHead || first === undefined || second === undefined)
      return [...one, ...other];
    const answer = answers.get(keyOf(first, second));
    if (answer === undefined) {
      next = placed(first, second);
      return null;
    }
    if (answer.chosenId === null) return before([...head, ...otherHead], merge(rest, otherRest));
    if (answer.chosenId === first) return before(head, merge(rest, other));
    return before(otherHead, merge(one, otherRest));
  }

  // Sorted by the random ids, so that the order of questions reveals nothing about the order of the takes.
  const groups = sort([...ids].sort());
  return { groups, next };
}

function before(group: readonly string[], rest: Groups | null): Groups | null {
  return rest && [group, ...rest];
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Assigns the sides of a question: effectively at random, but stable across reloads. */
function placed(one: string, other: string): NextMatch {
  const [first, second] = one < other ? [one, other] : [other, one];
  const sum = [...`${first}${second}`].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return sum % 2 === 0 ? { leftId: first, rightId: second } : { leftId: second, rightId: first };
}

/** The maximum number of questions for a number of takes. */
export function maxQuestions(count: number): number {
  if (count < 2) return 0;
  const half = Math.ceil(count / 2);
  return maxQuestions(half) + maxQuestions(count - half) + count - 1;
}
