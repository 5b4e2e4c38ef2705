/**
 * Puts takes in order by asking about two at a time: a merge sort whose questions are a person's to answer. It is worked out
 * anew from all answers so far, so that it can be left at any question and taken up again, and an answer can be taken back.
 */
import type { Match } from "#studio/domain/judgement.ts";

/** Best first; what stands in one group is equal. */
export type Groups = readonly (readonly string[])[];

/** The two that stand against each other next. */
export interface NextMatch {
  leftId: string;
  rightId: string;
}

export interface BlindOrder {
  /** Null while there are questions left. */
  groups: Groups | null;
  next: NextMatch | null;
}

/** Where ordering these stands after these answers. Answers about others are passed over. */
export function blindOrder(ids: readonly string[], matches: readonly Match[]): BlindOrder {
  const answers = new Map(matches.map((match) => [keyOf(match.leftId, match.rightId), match]));
  let next: NextMatch | null = null;

  /** Null where an answer is missing. */
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

  // By ids, which are random: neither the order of the questions nor that of asking tells anything.
  const groups = sort([...ids].sort());
  return { groups, next };
}

function before(group: readonly string[], rest: Groups | null): Groups | null {
  return rest && [group, ...rest];
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Which of two stands left: as good as a coin, and the same after a reload. */
function placed(one: string, other: string): NextMatch {
  const [first, second] = one < other ? [one, other] : [other, one];
  const sum = [...`${first}${second}`].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return sum % 2 === 0 ? { leftId: first, rightId: second } : { leftId: second, rightId: first };
}

/** As many questions as it may come to. */
export function mostQuestions(count: number): number {
  if (count < 2) return 0;
  const half = Math.ceil(count / 2);
  return mostQuestions(half) + mostQuestions(count - half) + count - 1;
}
