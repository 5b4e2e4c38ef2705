/** Browsers in which an API is missing or throws: the studio works without it and says what that means. */
import { compose, generate, generateButton, playedClip, promptBox } from "./support/compose.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

/** Runs in the page before any script of it. */
function removeApi({
  owner,
  name,
  how,
}: {
  owner: string;
  name: string;
  how: "absent" | "throws";
}) {
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
      "tabs: BroadcastChannel is missing → the clip is generated, and a note explains the limits",
    sentences: [TABS],
    away: { owner: "window", name: "BroadcastChannel", how: "absent" as const },
  },
  {
    title: "tabs: Web Locks are missing → the clip is generated, and a note explains the limits",
    sentences: [ELECTIONS],
    away: { owner: "navigator", name: "locks", how: "absent" as const },
  },
  {
    title:
      "storage: reading `localStorage` throws → the clip is generated, and a note says that preferences aren't saved",
    sentences: [PREFERENCES],
    away: { owner: "window", name: "localStorage", how: "throws" as const },
  },
  {
    title:
      "storage: reading `caches` throws → the clip is generated and played, and a note says to download it",
    sentences: [CLIPS, "This window can't save clips."],
    away: { owner: "window", name: "caches", how: "throws" as const },
  },
  {
    title:
      "storage: `caches` is missing → the clip is generated and played, and a note says to download it",
    sentences: [CLIPS, "This window can't save clips."],
    away: { owner: "window", name: "caches", how: "absent" as const },
  },
  {
    title: "storage: StorageManager and OPFS are missing → the clip is generated and saved",
    sentences: [/^Saved on this device/],
    away: { owner: "navigator", name: "storage", how: "absent" as const },
  },
]) {
  test(title, async ({ page, live }) => {
    await page.addInitScript(removeApi, away);
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
      "storage: IndexedDB is missing → nothing is sent, an error says so, and the prompt is kept",
    how: "absent" as const,
  },
  {
    title:
      "storage: reading `indexedDB` throws → nothing is sent, an error says so, and the prompt is kept",
    how: "throws" as const,
  },
]) {
  test(title, async ({ page, live }) => {
    await page.addInitScript(removeApi, { owner: "window", name: "indexedDB", how });
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
