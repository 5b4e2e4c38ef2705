import { afterEach, expect, test } from "vitest";
import { chooseTheme, followTheme, themeStore } from "./theme.ts";

afterEach(() => chooseTheme("system"));

/** Another document of this origin. Its writes to storage reach this one like those of another tab. */
function openOther(): { storage: Storage; close: () => void } {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const storage = frame.contentWindow?.localStorage;
  if (storage === undefined) throw new Error("The frame has no storage.");
  return { storage, close: () => frame.remove() };
}

test("tabs: the theme is changed in another tab → every open tab and its switch follow", async () => {
  const stop = followTheme();
  const other = openOther();
  for (const theme of ["dark", "light", "system"] as const) {
    const changed = new Promise<void>((resolve) => {
      const unsubscribe = themeStore.subscribe(() => {
        unsubscribe();
        resolve();
      });
    });
    other.storage.setItem("kirin-studio.theme", theme);
    await changed;
    expect(themeStore.getState()).toBe(theme);
    expect(document.documentElement.dataset.theme).toBe(theme === "system" ? undefined : theme);
  }
  other.close();
  stop();
});
