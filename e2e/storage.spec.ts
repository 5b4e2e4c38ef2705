/** Storage failures: nothing is sent that can't be saved, and everything sent stays visible. */
import type { Page } from "@playwright/test";
import { compose, generate, generateButton, playedClip, promptBox } from "./support/compose.ts";
import { sentCreates } from "./support/creates.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

/** DevTools commands for the storage of the page's origin. */
async function openStorage(page: Page) {
  const browser = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  return {
    limitTo: (quotaSize: number) =>
      browser.send("Storage.overrideQuotaForOrigin", { origin, quotaSize }),
    lift: () => browser.send("Storage.overrideQuotaForOrigin", { origin }),
    clear: () => browser.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" }),
  };
}

test("storage: the quota is used up on submit → nothing is sent, the form says why, and the creator can try again", async ({
  page,
  live,
}) => {
  const creates = sentCreates(page);
  await page.goto(live.studio.url);
  await compose(page, { prompt: "A dune, static camera" });
  const storage = await openStorage(page);
  await storage.limitTo(1);
  await generateButton(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "nothing was sent" })).toBeVisible();
  await expect(promptBox(page)).toHaveValue("A dune, static camera");
  expect(creates).toEqual([]);
  await storage.lift();
  await generate(page, { prompt: "A dune, static camera" });
  await expect.poll(() => creates).toHaveLength(1);
});

test("storage: the site's data is cleared during rendering → the open page shows the result, and nothing is sent again", async ({
  page,
  live,
}) => {
  const creates = sentCreates(page);
  await page.goto(live.studio.url);
  await generate(page, { prompt: "A mountain in the evening, static camera" });
  await expect(page.getByText(/, updated /).first()).toBeVisible();
  const storage = await openStorage(page);
  await storage.clear();
  expect(await playedClip(page)).toMatchObject({ seconds: 5 });
  expect(creates).toHaveLength(1);
  expect(await live.simulator.charges()).toHaveLength(1);
});
