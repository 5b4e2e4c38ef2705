/** Favourites and the trash, on disk and in every tab. Each changes only its own fields of a row. */
import {
  erased,
  isDueForErasure,
  restored,
  trashed,
  withFavourite,
} from "#studio/domain/life/keeping.ts";
import { studioClips } from "#studio/storage/clips/clip-store.ts";
import { studioPosters } from "#studio/storage/posters/studio-posters.ts";
import { studioLibrary } from "./studio-library.ts";

/** Marks generations as favourites, or ends that. */
export function setFavourite(ids: readonly string[], isFavourite: boolean): Promise<void> {
  const at = isFavourite ? new Date().toISOString() : null;
  return studioLibrary.updateAll(ids, (entry) => withFavourite(entry, at));
}

/** Moves generations to the trash. Those that have not ended stay. */
export function moveToTrash(ids: readonly string[]): Promise<void> {
  const now = new Date().toISOString();
  return studioLibrary.updateAll(ids, (entry) => trashed(entry, now));
}

/** Takes generations out of the trash. */
export function restoreFromTrash(ids: readonly string[]): Promise<void> {
  return studioLibrary.updateAll(ids, restored);
}

/**
 * Deletes what is in the trash for good: first the clips on this device, then the texts. If the tab is closed in
 * between, the rows are still in the trash, and the next time finishes.
 */
export async function eraseFromTrash(ids: readonly string[]): Promise<void> {
  const clips = ids.flatMap((id) => studioLibrary.get(id)?.generation?.clips ?? []);
  for (const { src } of clips)
    await Promise.all([studioClips.remove(src), studioPosters.remove(src)]);
  const now = new Date().toISOString();
  await studioLibrary.updateAll(ids, (entry) => erased(entry, now));
}

/** Deletes for good what has been in the trash for 30 days. */
export async function eraseExpired(): Promise<void> {
  const due = studioLibrary
    .getState()
    .entries.filter((entry) => isDueForErasure(entry, Date.now()));
  if (due.length > 0) await eraseFromTrash(due.map(({ id }) => id));
}
