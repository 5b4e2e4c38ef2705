/** A browser window that lacks an interface, or throws where it is read: the studio works without it and says what that means. */
import { compose, generate, generateButton, playedClip, promptBox } from "./support/compose.ts";
import { expect, test } from "./support/fixtures.ts";

/** Runs in the page before any script of it. */
function takeAway({ owner, name, how }: { owner: string; name: string; how: "absent" | "throws" }) {
  const target = owner === "navigator" ? Navigator.prototype : globalThis;
  const fail = () => {
    throw new DOMException(`${name} is blocked`, "SecurityError");
  };
  Object.defineProperty(
    target,
    name,
    how === "absent" ? { value: undefined } : { get: fail, configurable: true },
  );
}

const TABS = "This browser doesn't let tabs communicate";
const ELECTIONS = "This window can't coordinate with other tabs";
const PREFERENCES = "This window can't save preferences";
const CLIPS = "This window can't save clips on this device";

for (const { title, sentences, away } of [
  {
    title:
      "tabs: a browser has no BroadcastChannel → the clip is made, and the page says what that means",
    sentences: [TABS],
    away: { owner: "window", name: "BroadcastChannel", how: "absent" as const },
  },
  {
    title: "tabs: a browser has no Web Locks → the clip is made, and the page says what that means",
    sentences: [ELECTIONS],
    away: { owner: "navigator", name: "locks", how: "absent" as const },
  },
  {
    title:
      "storage: reading `localStorage` throws → the clip is made, and the page says what is forgotten",
    sentences: [PREFERENCES],
    away: { owner: "window", name: "localStorage", how: "throws" as const },
  },
  {
    title:
      "storage: reading `caches` throws → the clip is made and played, and the page says to download it",
    sentences: [CLIPS, "This window can't save clips."],
    away: { owner: "window", name: "caches", how: "throws" as const },
  },
  {
    title:
      "storage: a browser has no `caches` → the clip is made and played, and the page says to download it",
    sentences: [CLIPS, "This window can't save clips."],
    away: { owner: "window", name: "caches", how: "absent" as const },
  },
  {
    title:
      "storage: a browser has no StorageManager, and no OPFS with it → the clip is made and kept",
    sentences: [/^Saved on this device/],
    away: { owner: "navigator", name: "storage", how: "absent" as const },
  },
]) {
  test(title, async ({ page, live }) => {
    await page.addInitScript(takeAway, away);
    await page.goto(live.studio.url);
    await generate(page, { prompt: "A harbour at noon, camera fixed" });
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
    for (const sentence of sentences) await expect(page.getByText(sentence)).toBeVisible();
    expect(await live.simulator.charges()).toHaveLength(1);
  });
}

for (const { title, how } of [
  {
    title:
      "storage: a browser has no IndexedDB → nothing is sent, the page says so, and the prompt stays",
    how: "absent" as const,
  },
  {
    title:
      "storage: reading `indexedDB` throws → nothing is sent, the page says so, and the prompt stays",
    how: "throws" as const,
  },
]) {
  test(title, async ({ page, live }) => {
    await page.addInitScript(takeAway, { owner: "window", name: "indexedDB", how });
    await page.goto(live.studio.url);
    await compose(page, { prompt: "A harbour at noon, camera fixed" });
    await generateButton(page).click();
    await expect(page.getByRole("alert").filter({ hasText: "nothing was sent" })).not.toHaveCount(
      0,
    );
    await expect(promptBox(page)).toHaveValue("A harbour at noon, camera fixed");
    expect(await live.simulator.charges()).toEqual([]);
  });
}
