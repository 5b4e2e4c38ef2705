/** The clips that a URL of the take sheet names. */
import type { LibraryEntry } from "./library-entry.ts";
import { modeOf, type Take, takesOf } from "./pairs.ts";

/** Takes that are shown together. */
export interface ChosenTakes {
  /** Identifies them, also for their ranking. */
  id: string;
  takes: readonly Take[];
}

/** More would not fit on a screen, nor into the decoders of a computer. */
const CLIPS_MAX = 8;

/** The takes of a press (`pair`), or clips of the creator's choice (`clip`, repeated). */
export function chosenTakes(search: string, entries: readonly LibraryEntry[]): ChosenTakes {
  const parameters = new URLSearchParams(search);
  const ids = [...new Set(parameters.getAll("clip"))].slice(0, CLIPS_MAX);
  if (ids.length === 0) {
    const pairId = parameters.get("pair") ?? "";
    return { id: pairId, takes: takesOf(pairId, entries) };
  }
  const numbers = { std: 0, pro: 0 };
  const takes = ids.flatMap((id) => {
    const entry = entries.find((one) => one.id === id);
    if (entry === undefined) return [];
    const mode = modeOf(entry);
    numbers[mode] += 1;
    return [{ mode, number: numbers[mode], entry }];
  });
  return { id: [...ids].sort().join(" "), takes };
}
