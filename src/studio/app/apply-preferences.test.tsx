import { afterAll, afterEach, expect, test } from "vitest";
import { preferences } from "#studio/preferences/preferences.ts";
import { areShortcutsOn } from "#studio/ui/shortcuts/shortcut-preference.ts";
import { applyPreferences } from "./apply-preferences.ts";

afterAll(applyPreferences());
afterEach(() => preferences.set({ theme: "system", areShortcutsOn: true }));

/** Another document of this origin. Its writes to storage reach this one like those of another tab. */
function openOther(): { storage: Storage; close: () => void } {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const storage = frame.contentWindow?.localStorage;
  if (storage === undefined) throw new Error("The frame has no storage.");
  return { storage, close: () => frame.remove() };
}

/** Resolves with the next change of the preferences. */
function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = preferences.subscribe(() => {
      unsubscribe();
      resolve();
    });
  });
}

test("tabs: the theme is changed in another tab → every open tab and its switch follow", async () => {
  const other = openOther();
  for (const theme of ["dark", "light", "system"] as const) {
    const changed = nextChange();
    other.storage.setItem("kirin-studio.preferences", JSON.stringify({ version: 1, theme }));
    await changed;
    expect(preferences.getState().theme).toBe(theme);
    expect(document.documentElement.dataset.theme).toBe(theme === "system" ? undefined : theme);
  }
  other.close();
});

test("tabs: shortcuts are switched off in another tab → every open tab follows", async () => {
  const other = openOther();
  const changed = nextChange();
  other.storage.setItem("kirin-studio.preferences", JSON.stringify({ areShortcutsOn: false }));
  await changed;
  expect(areShortcutsOn.getState()).toBe(false);
  other.close();
});
