/** Whether single-character shortcuts are on in this browser. On by default (WCAG 2.2, 2.1.4). */
import { createStore, type ReadableStore } from "#store/create-store.ts";

export const SHORTCUTS_KEY = "kirin-studio.shortcuts";
const OFF = "off";

function read(): boolean {
  try {
    return localStorage.getItem(SHORTCUTS_KEY) !== OFF;
  } catch {
    // Storage is blocked: the choice lasts only as long as the page.
    return true;
  }
}

const store = createStore(read());
globalThis.addEventListener?.("storage", ({ key, newValue }: StorageEvent) => {
  if (key === SHORTCUTS_KEY) store.set(newValue !== OFF);
});

/** Follows changes in other tabs. */
export const areShortcutsOn: ReadableStore<boolean> = store;

/** Switches the shortcuts on or off, and keeps the choice across reloads. */
export function setShortcutsOn(isOn: boolean): void {
  store.set(isOn);
  try {
    localStorage.setItem(SHORTCUTS_KEY, isOn ? "on" : OFF);
  } catch {
    // Storage is blocked or full: the choice lasts only as long as the page.
  }
}
