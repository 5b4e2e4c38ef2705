/** The sheet of all shortcuts: whether it is open, and what the parts of the screen list on it. */
import { createStore, type ReadableStore } from "#store/create-store.ts";
import type { ShortcutText } from "./shortcut.ts";

/** Related shortcuts under one title. */
export interface ShortcutGroup {
  title: string;
  shortcuts: readonly ShortcutText[];
}

type Listed = readonly ShortcutGroup[];

const listed = createStore<readonly Listed[]>([]);
const open = createStore(false);

/** The groups of each part of the screen, in the order in which the parts were mounted. */
export const listedShortcuts: ReadableStore<readonly Listed[]> = listed;
export const isShortcutSheetOpen: ReadableStore<boolean> = open;

/** Lists shortcuts on the sheet while they act. Returns a disposer. */
export function listShortcuts(groups: Listed): () => void {
  listed.set([...listed.getState(), groups]);
  return () => listed.set(listed.getState().filter((other) => other !== groups));
}

export function openShortcutSheet(): void {
  open.set(true);
}

export function closeShortcutSheet(): void {
  open.set(false);
}
