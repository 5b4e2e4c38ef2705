/** The shown tab of the details panel, and whether the docked panel is open. Remembered in this browser. */
import * as z from "zod/mini";
import { createStore, type ReadableStore } from "#store/create-store.ts";

export const PANEL_TABS = ["facts", "judge", "measures", "export"] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

export const PANEL_KEY = "kirin-studio.compare-panel";

const preferenceSchema = z.object({ isOpen: z.boolean(), tab: z.enum(PANEL_TABS) });
export type PanelPreference = z.infer<typeof preferenceSchema>;

const USUAL: PanelPreference = { isOpen: true, tab: "facts" };

/** Reads a stored value. Anything else than a preference counts as none. */
export function parsePreference(stored: string | null): PanelPreference {
  try {
    return z.parse(preferenceSchema, JSON.parse(stored ?? ""));
  } catch {
    return USUAL;
  }
}

function read(): PanelPreference {
  try {
    return parsePreference(localStorage.getItem(PANEL_KEY));
  } catch {
    // Storage is blocked: the choice lasts only as long as the page.
    return USUAL;
  }
}

const store = createStore(read());
globalThis.addEventListener?.("storage", ({ key, newValue }: StorageEvent) => {
  if (key === PANEL_KEY) store.set(parsePreference(newValue));
});

/** Follows changes in other tabs. */
export const panelPreference: ReadableStore<PanelPreference> = store;

/** Changes a part of the preference, and keeps it across reloads. */
export function setPanelPreference(change: Partial<PanelPreference>): void {
  const next = { ...store.getState(), ...change };
  store.set(next);
  try {
    localStorage.setItem(PANEL_KEY, JSON.stringify(next));
  } catch {
    // Storage is blocked or full: the choice lasts only as long as the page.
  }
}
