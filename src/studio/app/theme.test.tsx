import { afterEach, expect, test } from "vitest";
import { chooseTheme, currentTheme, followTheme, subscribeTheme } from "./theme.ts";

afterEach(() => chooseTheme("system"));

/** Another document of this origin: what it stores is told to this one, as from another tab. */
function openOther(): { storage: Storage; close: () => void } {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const storage = frame.contentWindow?.localStorage;
  if (storage === undefined) throw new Error("The frame has no storage.");
  return { storage, close: () => frame.remove() };
}

test("tabs: the theme is changed in another tab → every open tab takes it over, and its switch with it", async () => {
  const stop = followTheme();
  const other = openOther();
  for (const theme of ["dark", "light", "system"] as const) {
    const told = new Promise<void>((resolve) => {
      const unsubscribe = subscribeTheme(() => {
        unsubscribe();
        resolve();
      });
    });
    other.storage.setItem("kirin-studio.theme", theme);
    await told;
    expect(currentTheme()).toBe(theme);
    expect(document.documentElement.dataset.theme).toBe(theme === "system" ? undefined : theme);
  }
  other.close();
  stop();
});
