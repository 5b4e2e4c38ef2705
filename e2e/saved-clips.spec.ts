/** Finished clips are saved on this device: broken downloads are retried, and the copy outlives Kirin's file. */
import { open } from "node:fs/promises";
import type { Page, Request } from "@playwright/test";
import { details, generate, playedClip, playToTheEnd, video } from "./support/compose.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

// Anchored, because "Not saved on this device" contains the same words.
const SAVED = /^Saved on this device\./;

/** Whether a request is the download that saves the clip. The player requests ranges. */
const isSaveDownload = (request: Request) =>
  request.resourceType() === "fetch" &&
  request.url().endsWith("/clips/0") &&
  request.headers().range === undefined;

async function savedSize(page: Page): Promise<{ size: number; type: string }> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download", exact: true }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^lake-in-fog_std_16x9_\d{4}-\d\d-\d\d\.mp4$/);
  const file = await open(await download.path());
  const bytes = await file.readFile();
  await file.close();
  return { size: bytes.length, type: bytes.subarray(4, 8).toString("latin1") };
}

test.describe("an interrupted download", () => {
  test.use({ expectedErrors: [/net::ERR_CONTENT_LENGTH_MISMATCH/] });

  test("clip: the first download of a finished clip is interrupted → it is retried automatically, and the clip is saved", async ({
    page,
  }) => {
    const asked: Request[] = [];
    page.on("request", (request) => {
      if (isSaveDownload(request)) asked.push(request);
    });
    await page.goto("/");
    await generate(page, { prompt: "A lake in fog [[clip breaks once]]" });
    await playedClip(page);
    await expect(details(page).getByText(SAVED)).toBeVisible();
    expect(asked).toHaveLength(2);
    // This header makes the proxy request a fresh clip address from Kirin.
    for (const request of asked)
      expect(await request.allHeaders()).toMatchObject({ "cache-control": "no-cache" });
  });
});

test("clip: a saved clip expires at Kirin → it still plays and can still be downloaded", async ({
  page,
  ownServer,
}) => {
  await page.goto(ownServer.url);
  await generate(page, { prompt: "A lake in fog" });
  await playedClip(page);
  await expect(details(page).getByText(SAVED)).toBeVisible();
  const { size } = await savedSize(page);

  await ownServer.expireClips();
  await page.reload();
  expect(await playedClip(page)).toEqual({ width: 1280, height: 720, seconds: 5 });
  await expect(video(page)).toHaveAttribute("src", /^blob:/);
  await playToTheEnd(page);
  expect(await savedSize(page)).toEqual({ size, type: "ftyp" });

  await page.getByRole("link", { name: "Library", exact: true }).click();
  const poster = page.getByRole("article").locator("img");
  await expect(poster).toHaveJSProperty("naturalWidth", 480);
});

test.describe("a clip that expired before it was saved", () => {
  test.use({ expectedErrors: [/status of 410/] });

  test("is shown as expired without a download, and saving can be tried again", async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto("/");
    await generate(page, { prompt: "A lake in fog [[clip expired]]" });
    await expect(details(page).getByText("Saving to this device…")).toBeVisible();
    const stage = page.getByRole("region", { name: "Player" });
    // Moving the clock during a request would make it time out.
    await expect(stage.getByText("The clip can't be loaded right now")).toBeVisible();
    const gone = details(page).getByText("The clip has expired. Kirin no longer has this file.");
    await expect(async () => {
      await page.clock.fastForward(60_000);
      await expect(gone).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(page.getByRole("link", { name: "Download" })).toHaveCount(0);
    await expect(stage.getByRole("button", { name: "Generate again · $0.21" })).toBeVisible();

    const asked = page.waitForRequest(isSaveDownload);
    await page.getByRole("button", { name: "Try saving again" }).click();
    await asked;
    await expect(gone).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Download" })).toBeVisible();
  });
});
