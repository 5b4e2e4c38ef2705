/**
 * What the creator does with finished generations: marks them as favourites, and deletes them. A deleted generation
 * stays in the trash for a while. When it is erased, its texts and clips are gone, and only what it cost is kept.
 */
import type { Generation } from "#contract/generation.ts";
import { outcomeOf } from "./entry-status.ts";
import type { LibraryEntry } from "./library-entry.ts";

/** How long a deleted generation stays in the trash. */
export const TRASH_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** Whether the library shows the entry. */
export function isKept({ trashedAt }: LibraryEntry): boolean {
  return trashedAt === null;
}

/** Whether the entry can be restored. */
export function isInTrash({ trashedAt, erasedAt }: LibraryEntry): boolean {
  return trashedAt !== null && erasedAt === null;
}

/** Only what has ended can be deleted. Anything else may still cost money, and has to stay in view. */
export function canBeTrashed(entry: LibraryEntry): boolean {
  return isKept(entry) && outcomeOf(entry) !== null;
}

/** Marks an entry as favourite, or ends that with null. */
export function withFavourite(entry: LibraryEntry, favouriteAt: string | null): LibraryEntry {
  const isUnchanged = (entry.favouriteAt === null) === (favouriteAt === null);
  return isUnchanged ? entry : { ...entry, favouriteAt };
}

/** Moves an entry to the trash. It then counts as seen. */
export function trashed(entry: LibraryEntry, now: string): LibraryEntry {
  if (!canBeTrashed(entry)) return entry;
  return { ...entry, trashedAt: now, seenAt: entry.seenAt ?? now };
}

/** Takes an entry out of the trash. */
export function restored(entry: LibraryEntry): LibraryEntry {
  return isInTrash(entry) ? { ...entry, trashedAt: null } : entry;
}

/** Whether an entry has been in the trash for as long as it stays there. */
export function isDueForErasure(entry: LibraryEntry, nowMs: number): boolean {
  if (!isInTrash(entry) || entry.trashedAt === null) return false;
  return nowMs - Date.parse(entry.trashedAt) >= TRASH_DAYS * DAY_MS;
}

/** Keeps the charges of old rows, which are among the unknown fields. */
function withoutContent(generation: Generation): Generation {
  const { billing } = generation.unknownFields;
  const unknownFields = billing === undefined ? {} : { billing };
  return { ...generation, clips: [], metadata: null, unknownFields };
}

/** Erases an entry in the trash: everything but its settings, its ids and its cost. */
export function erased(entry: LibraryEntry, now: string): LibraryEntry {
  if (!isInTrash(entry)) return entry;
  const { negative_prompt: _negative, callback_url: _callback, ...request } = entry.request;
  return {
    ...entry,
    erasedAt: now,
    request: { ...request, prompt: "" },
    generation: entry.generation && withoutContent(entry.generation),
    clipsKeptAt: null,
    clipsProblem: null,
  };
}
