/** Groups the generations of one press: the std and the pro one, and the takes of each. */
import { DEFAULTS, MODES, type Mode } from "#kirin/parameters.ts";
import { outcomeOf } from "./entry-status.ts";
import type { LibraryEntry } from "./library-entry.ts";

/** The two clips of one prompt, in the order in which they are compared. */
export interface Pair {
  std: LibraryEntry;
  pro: LibraryEntry;
}

/** One take of a press. Retries belong to the same take. */
export interface Take {
  mode: Mode;
  /** 1-based, in the order in which the takes were first requested. */
  number: number;
  /** The try that represents the take: the newest that may have a clip, else the newest. */
  entry: LibraryEntry;
}

/** The position of a take among those of its mode. */
export interface TakePlace {
  number: number;
  count: number;
}

/** The mode of an entry, or Kirin's default if the request specifies none. */
export function modeOf(entry: LibraryEntry): Mode {
  return entry.request.mode ?? DEFAULTS.mode;
}

/**
 * The pair of an entry: the takes with its number. A take without a clip is replaced by the newest try of its mode that
 * may have one.
 */
export function pairOf(entry: LibraryEntry, entries: readonly LibraryEntry[]): Pair | undefined {
  if (entry.pairId === null) return undefined;
  const takes = takesOf(entry.pairId, entries);
  const number = takePlace(entry, entries)?.number ?? 1;
  const inMode = (mode: Mode) => {
    const ofMode = takes.filter((take) => take.mode === mode);
    const same = ofMode.find((take) => take.number === number)?.entry;
    if (same !== undefined && mayHaveClip(same)) return same;
    return representative(ofMode.map((take) => take.entry).sort(oldestFirst));
  };
  const [std, pro] = [inMode("std"), inMode("pro")];
  return std && pro && { std, pro };
}

/** All takes of a press, std first, each mode in the order of the requests. */
export function takesOf(pairId: string, entries: readonly LibraryEntry[]): Take[] {
  return MODES.flatMap((mode) =>
    triesByTake(pairId, mode, entries).flatMap((tries, index) => {
      const entry = representative(tries);
      return entry === undefined ? [] : [{ mode, number: index + 1, entry }];
    }),
  );
}

/** The number of an entry's take and the total. Null if it is the only take of its mode. */
export function takePlace(entry: LibraryEntry, entries: readonly LibraryEntry[]): TakePlace | null {
  if (entry.pairId === null) return null;
  const takes = triesByTake(entry.pairId, modeOf(entry), entries);
  const index = takes.findIndex((tries) => tries.some(({ id }) => id === entry.id));
  return index < 0 || takes.length < 2 ? null : { number: index + 1, count: takes.length };
}

/** The tries of each take of a mode, oldest first. */
function triesByTake(
  pairId: string,
  mode: Mode,
  entries: readonly LibraryEntry[],
): LibraryEntry[][] {
  const tries = entries
    .filter((entry) => entry.pairId === pairId && modeOf(entry) === mode)
    .sort(oldestFirst);
  const byId = new Map(tries.map((entry) => [entry.id, entry]));
  const takes = new Map<string, LibraryEntry[]>();
  for (const entry of tries) {
    const first = firstTry(entry, byId);
    takes.set(first, [...(takes.get(first) ?? []), entry]);
  }
  return [...takes.values()];
}

/** The id of the first try in a chain of retries. */
function firstTry(entry: LibraryEntry, byId: ReadonlyMap<string, LibraryEntry>): string {
  // Stored rows are not trusted: a cycle of retries must not loop forever.
  const walked = new Set<LibraryEntry>();
  let first = entry;
  while (!walked.has(first)) {
    walked.add(first);
    first = byId.get(first.retryOf ?? "") ?? first;
  }
  return first.id;
}

/** The try that represents a take, from its tries, oldest first. */
function representative(tries: readonly LibraryEntry[]): LibraryEntry | undefined {
  return tries.findLast(mayHaveClip) ?? tries.at(-1);
}

function mayHaveClip(entry: LibraryEntry): boolean {
  const outcome = outcomeOf(entry);
  return outcome === null || outcome === "completed";
}

function oldestFirst(left: LibraryEntry, right: LibraryEntry): number {
  if (left.preparedAt !== right.preparedAt) return left.preparedAt < right.preparedAt ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
