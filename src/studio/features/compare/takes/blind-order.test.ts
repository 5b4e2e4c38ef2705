import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Match } from "#studio/domain/judging/judgement.ts";
import { blindOrder, maxQuestions, type NextMatch } from "./blind-order.ts";

/** Takes with a creator's opinion of each. Equal numbers are ties. */
const opinions = fc
  .uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) => fc.integer({ min: 0, max: 4 }).map((rating) => [id, rating] as const)),
    ),
  )
  .map((pairs) => new Map(pairs));

function answer({ leftId, rightId }: NextMatch, opinion: ReadonlyMap<string, number>): Match {
  const [left, right] = [opinion.get(leftId) ?? 0, opinion.get(rightId) ?? 0];
  return { leftId, rightId, chosenId: left === right ? null : left > right ? leftId : rightId };
}

function askAll(opinion: ReadonlyMap<string, number>, matches: Match[] = []) {
  const ids = [...opinion.keys()];
  let order = blindOrder(ids, matches);
  while (order.next) {
    matches.push(answer(order.next, opinion));
    order = blindOrder(ids, matches);
  }
  return { groups: order.groups ?? [], matches };
}

describe("ranking by blind pairs", () => {
  test("produces the preferred order with ties as groups, within the promised number of questions", () => {
    fc.assert(
      fc.property(opinions, (opinion) => {
        const { groups, matches } = askAll(opinion);
        expect(groups.flat().sort()).toEqual([...opinion.keys()].sort());
        const ratings = groups.map((group) => new Set(group.map((id) => opinion.get(id))));
        expect(ratings.every((rating) => rating.size === 1)).toBe(true);
        const falling = ratings.map((rating) => [...rating][0] ?? 0);
        expect(falling).toEqual([...new Set(opinion.values())].sort((a, b) => b - a));
        expect(matches.length).toBeLessThanOrEqual(maxQuestions(opinion.size));
      }),
    );
  });

  test("repeats no question and resumes at the next one", () => {
    fc.assert(
      fc.property(opinions, fc.nat(20), (opinion, left) => {
        const { groups, matches } = askAll(opinion);
        const asked = matches.map(({ leftId, rightId }) => [leftId, rightId].sort().join());
        expect(new Set(asked).size).toBe(asked.length);
        expect(askAll(opinion, matches.slice(0, left)).groups).toEqual(groups);
      }),
    );
  });

  test("adds only the questions about a later take", () => {
    fc.assert(
      fc.property(opinions, fc.uuid(), fc.integer({ min: 0, max: 4 }), (opinion, id, rating) => {
        fc.pre(!opinion.has(id));
        const { matches } = askAll(opinion);
        const grown = new Map(opinion).set(id, rating);
        const fresh = askAll(grown, [...matches]).groups;
        expect(fresh).toHaveLength(new Set(grown.values()).size);
      }),
    );
  });

  test("shows each mode about equally often on either side", () => {
    const ids = fc.sample(fc.uuid(), { numRuns: 800, seed: 5 });
    const lefts = ids.flatMap((id, index) => {
      const other = ids[index + 1];
      if (index % 2 === 1 || other === undefined || other === id) return [];
      return [blindOrder([id, other], []).next?.leftId === id ? 1 : 0];
    });
    const share = lefts.reduce<number>((sum, one) => sum + one, 0) / lefts.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });
});

test.each([
  [0, 0],
  [1, 0],
  [2, 1],
  [4, 5],
  [8, 17],
])("%i takes need at most %i questions", (count, most) => {
  expect(maxQuestions(count)).toBe(most);
});
