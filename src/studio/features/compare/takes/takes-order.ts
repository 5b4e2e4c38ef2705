/** The order of takes as a list that can be changed by hand, and what it says of the two modes. */
import type { Mode } from "#kirin/parameters.ts";
import type { Groups } from "./blind-order.ts";

/** A take at its place. */
export interface Placed {
  id: string;
  /** From 1; equals share it. Null for one that was never ranked. */
  rank: number | null;
  isTied: boolean;
}

/** All of `ids` in the order of the groups; those that stand in none come last, without a rank. */
export function placeTakes(ids: readonly string[], groups: Groups): Placed[] {
  const known = groups
    .map((group) => group.filter((id) => ids.includes(id)))
    .filter((group) => group.length > 0);
  const ranked = known.flatMap((group, index) => {
    const rank = known.slice(0, index).flat().length + 1;
    return group.map((id) => ({ id, rank, isTied: group.length > 1 }));
  });
  const seen = new Set(known.flat());
  const unranked = ids.filter((id) => !seen.has(id));
  return [...ranked, ...unranked.map((id) => ({ id, rank: null, isTied: false }))];
}

/** Puts one at a place in the list, alone. Equals stay equal unless it comes between them; all are ranked then. */
export function moveTake(placed: readonly Placed[], id: string, to: number): Groups {
  const others = placed.filter((one) => one.id !== id);
  const groups: string[][] = [];
  others.forEach((one, index) => {
    const previous = others[index - 1];
    const isSame = one.rank !== null && previous?.rank === one.rank && index !== to;
    if (index === to) groups.push([id]);
    if (isSame) groups.at(-1)?.push(one.id);
    else groups.push([one.id]);
  });
  if (to >= others.length) groups.push([id]);
  return groups;
}

/** Each std take against each pro take: how often which stands higher. */
export interface Meetings {
  std: number;
  pro: number;
  equal: number;
}

/** What an order says of the modes. */
export function meetingsOf(placed: readonly Placed[], modeOf: (id: string) => Mode): Meetings {
  const meetings: Meetings = { std: 0, pro: 0, equal: 0 };
  const ranks = placed.flatMap(({ id, rank }) =>
    rank === null ? [] : [{ rank, mode: modeOf(id) }],
  );
  for (const std of ranks.filter(({ mode }) => mode === "std")) {
    for (const pro of ranks.filter(({ mode }) => mode === "pro")) {
      if (std.rank === pro.rank) meetings.equal += 1;
      else meetings[std.rank < pro.rank ? "std" : "pro"] += 1;
    }
  }
  return meetings;
}
