/** The ranking of takes as an editable list, and its summary by mode. */
import type { Mode } from "#kirin/parameters.ts";
import type { Groups } from "./blind-order.ts";

/** A take with its rank. */
export interface Placed {
  id: string;
  /** From 1; tied takes share it. Null if never ranked. */
  rank: number | null;
  isTied: boolean;
}

/** All of `ids` in the order of the groups. Takes in no group come last, without a rank. */
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

/**
 * Moves a take to an index, untied. Other ties stay unless it is moved between them. Afterwards all takes are ranked.
 */
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

/** Outcomes of comparing every std take with every pro take. */
export interface ModeWins {
  std: number;
  pro: number;
  equal: number;
}

/** Counts which mode ranks higher in each std-pro pairing. */
export function countModeWins(placed: readonly Placed[], modeOf: (id: string) => Mode): ModeWins {
  const wins: ModeWins = { std: 0, pro: 0, equal: 0 };
  const ranks = placed.flatMap(({ id, rank }) =>
    rank === null ? [] : [{ rank, mode: modeOf(id) }],
  );
  for (const std of ranks.filter(({ mode }) => mode === "std")) {
    for (const pro of ranks.filter(({ mode }) => mode === "pro")) {
      if (std.rank === pro.rank) wins.equal += 1;
      else wins[std.rank < pro.rank ? "std" : "pro"] += 1;
    }
  }
  return wins;
}
