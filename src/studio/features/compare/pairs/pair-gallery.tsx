import { useMemo } from "react";
import { pairs as pairsTitle } from "#messages/compare.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import { listPairs } from "../sides/choose-sides.ts";
import { PairCard } from "./pair-card.tsx";
import { verdictOn } from "./pair-verdict.ts";

/** All pairs to choose from, newest first. Nothing if there are none. */
export function PairGallery({ entries }: { entries: readonly LibraryEntry[] }) {
  const { byId } = useJudgements();
  // Memoized, because it is the slowest part of the screen in a large library.
  const pairs = useMemo(() => listPairs(entries), [entries]);
  if (pairs.length === 0) return null;
  return (
    <nav aria-label={pairsTitle}>
      <h2 className="mb-2 text-16 font-semibold">{pairsTitle}</h2>
      <ul className="grid gap-x-4 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
        {pairs.map((pair) => (
          <li
            key={pair.std.id}
            className="[content-visibility:auto] [contain-intrinsic-size:auto_12rem]"
          >
            <PairCard pair={pair} verdict={verdictOn(pair, byId)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
