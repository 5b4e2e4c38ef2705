import { useEffect, useState } from "react";
import type { Take } from "#studio/domain/life/pairs.ts";
import { createTakeSheet, type TakeSheet, type TakeTrouble } from "./take-sheet.ts";

interface OpenSheet {
  /** Null while it is not wanted, and until it is created. */
  sheet: TakeSheet | null;
  troubles: ReadonlyMap<string, TakeTrouble>;
  tryAgain: (id: string) => void;
}

const NO_TROUBLES: ReadonlyMap<string, TakeTrouble> = new Map();

/**
 * Keeps a sheet of these takes open while it is wanted and the component is mounted. Takes that finish later are added.
 */
export function useTakeSheet(takes: readonly Take[], isWanted: boolean): OpenSheet {
  const [sheet, setSheet] = useState<TakeSheet | null>(null);
  const [troubles, setTroubles] = useState(NO_TROUBLES);
  const count = takes.length;

  useEffect(() => {
    if (!isWanted) return;
    const made = createTakeSheet({
      count,
      onTrouble: (id, trouble) => setTroubles((before) => new Map(before).set(id, trouble)),
    });
    setSheet(made);
    setTroubles(NO_TROUBLES);
    return () => {
      made.close();
      setSheet(null);
    };
  }, [count, isWanted]);

  useEffect(() => {
    for (const { entry } of takes) {
      const src = srcOf(entry);
      if (src !== null && !troubles.has(entry.id)) sheet?.open(entry.id, src);
    }
  }, [sheet, takes, troubles]);

  return {
    sheet,
    troubles,
    tryAgain: (id) =>
      setTroubles((before) => new Map([...before].filter(([failed]) => failed !== id))),
  };
}

function srcOf({ phase, generation }: Take["entry"]): string | null {
  return (phase === "completed" && generation?.clips[0]?.src) || null;
}
