/** Whether the settings dialog is open, so that any part of the studio can open it. */
import { createStore, type ReadableStore } from "#store/create-store.ts";

/** `check`: open at the connection, which is checked at once. */
type SettingsDialogState = "closed" | "open" | "check";

const store = createStore<SettingsDialogState>("closed");

export const settingsDialog: ReadableStore<SettingsDialogState> = store;

export function openSettings(): void {
  store.set("open");
}

/** Opens the settings at the connection, and checks it. */
export function openConnectionCheck(): void {
  store.set("check");
}

export function closeSettings(): void {
  store.set("closed");
}
