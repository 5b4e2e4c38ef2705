/** The state of the library in memory and every way it can change. Pure; the effects are in `library.ts`. */
import type { Problem } from "#contract/problem.ts";
import { merged } from "#store/merged.ts";
import { isEnded } from "#studio/domain/life/entry-rules.ts";
import { isKept } from "#studio/domain/life/keeping.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { EntryChange, StoredEntries } from "./entry-database.ts";

export type LibraryStatus = "loading" | "ready" | { problem: Problem };

/** Replaced with each change, and otherwise the same object. */
export interface LibraryState {
  status: LibraryStatus;
  /** Newest first, with those that were deleted. */
  entries: readonly LibraryEntry[];
  /** Those that were not deleted. */
  kept: readonly LibraryEntry[];
  /** Number of rows on disk that cannot be read. They are not modified. */
  unreadableCount: number;
  /** The same entries by id. */
  byId: ReadonlyMap<string, LibraryEntry>;
  /** Whether the whole disk was read once. */
  hasRead: boolean;
}

/** The state before the disk was read, and at build time. */
export const EMPTY_LIBRARY: LibraryState = {
  status: "loading",
  entries: [],
  kept: [],
  unreadableCount: 0,
  byId: new Map(),
  hasRead: false,
};

export type LibraryEvent =
  /** The whole disk was read. */
  | { type: "read"; stored: StoredEntries }
  /** Rows that another tab changed were read. */
  | { type: "adopted"; entries: readonly LibraryEntry[] }
  /** Rows were written, so the disk works. */
  | { type: "written"; entries: readonly LibraryEntry[] }
  /** The disk could not be read or written. */
  | { type: "failed"; problem: Problem }
  /** A change could not be written, or its rows are gone. It is still shown, because it did happen. */
  | { type: "unwritten"; ids: readonly string[]; change: EntryChange };

/** Returns the state after an event. Returns the same object if nothing changes. */
export function nextLibrary(state: LibraryState, event: LibraryEvent): LibraryState {
  switch (event.type) {
    case "read": {
      const { entries, unreadableCount } = event.stored;
      return { ...withEntries(state, entries), status: "ready", unreadableCount, hasRead: true };
    }
    case "adopted":
      return withEntries(state, event.entries);
    case "written":
      return merged(withEntries(state, event.entries), {
        status: state.hasRead ? "ready" : state.status,
      });
    case "failed":
      return { ...state, status: { problem: event.problem } };
    case "unwritten":
      return withEntries(state, changedEntries(state, event));
  }
}

/**
 * Ids of all unfinished entries. The other tabs read them again, because a tab that died may not have announced its
 * changes.
 */
export function unfinishedIds(entries: readonly LibraryEntry[]): readonly string[] {
  const isUnfinished = (entry: LibraryEntry) =>
    entry.phase === "completed" ? entry.clipsKeptAt === null : !isEnded(entry);
  return entries.filter(isUnfinished).map(({ id }) => id);
}

function withEntries(state: LibraryState, changed: readonly LibraryEntry[]): LibraryState {
  if (changed.length === 0) return state;
  const byId = new Map(state.byId);
  for (const entry of changed) byId.set(entry.id, entry);
  const entries = [...byId.values()].sort(newestFirst);
  return { ...state, byId, entries, kept: entries.filter(isKept) };
}

function changedEntries(
  { byId }: LibraryState,
  { ids, change }: Extract<LibraryEvent, { type: "unwritten" }>,
): readonly LibraryEntry[] {
  return ids.flatMap((id) => {
    const before = byId.get(id);
    const after = before && change(before);
    return after === undefined || after === before ? [] : [after];
  });
}

/** Newest first. Entries of one click are ordered by id to keep the order stable. */
function newestFirst(left: LibraryEntry, right: LibraryEntry): number {
  if (left.preparedAt !== right.preparedAt) return left.preparedAt < right.preparedAt ? 1 : -1;
  return left.id < right.id ? 1 : -1;
}
