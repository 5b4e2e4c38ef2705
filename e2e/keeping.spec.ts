/** What was paid for is kept on this device: downloads that break are made again, and a copy outlives Kirin's own. */
import { open } from "node:fs/promises";
import type { Page, Request } from "@playwright/test";
import { details, generate, playedClip, playToTheEnd, video } from "./support/compose.ts";
import { expect, test } from "./support/fixtures.ts";

// Anchored, because "Not saved on this device" contains the same words.
const KEPT = /^Saved on this device\./;

/** Whether the whole clip is asked for, to be kept; the player asks for its parts. */
const isForKeeping = (request: Request) =>
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

test.describe("a download that breaks off", () => {
  test.use({ expectedErrors: [/net::ERR_CONTENT_LENGTH_MISMATCH/] });

  test("clip: the first download of a finished clip breaks off half-way → it is fetched again by itself, and kept", async ({
    page,
  }) => {
    const asked: Request[] = [];
    page.on("request", (request) => {
      if (isForKeeping(request)) asked.push(request);
    });
    await page.goto("/");
    await generate(page, { prompt: "A lake in fog [[clip breaks once]]" });
    // The player has its own way, and does not wait.
    await playedClip(page);
    await expect(details(page).getByText(KEPT)).toBeVisible();
    expect(asked).toHaveLength(2);
    // At this the proxy asks Kirin for a fresh address.
    for (const request of asked)
      expect(await request.allHeaders()).toMatchObject({ "cache-control": "no-cache" });
  });
});

test("clip: Kirin has let a clip expire that is on this device → it plays, and is saved, all the same", async ({
  page,
  ownServer,
}) => {
  await page.goto(ownServer.url);
  await generate(page, { prompt: "A lake in fog" });
  await playedClip(page);
  await expect(details(page).getByText(KEPT)).toBeVisible();
  const { size } = await savedSize(page);

  await ownServer.forgetClips();
  await page.reload();
  expect(await playedClip(page)).toEqual({ width: 1280, height: 720, seconds: 5 });
  await expect(video(page)).toHaveAttribute("src", /^blob:/);
  await playToTheEnd(page);
  expect(await savedSize(page)).toEqual({ size, type: "ftyp" });

  await page.getByRole("link", { name: "Library", exact: true }).click();
  const frame = page.getByRole("article").locator("video");
  await expect(frame).toHaveJSProperty("videoWidth", 1280);
});

test.describe("a clip that expired before it was fetched", () => {
  test.use({ expectedErrors: [/status of 410/] });

  test("is said to be gone, offers no download that can only fail, and is asked for once more on request", async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto("/");
    await generate(page, { prompt: "A lake in fog [[clip expired]]" });
    await expect(details(page).getByText("Saving to this device…")).toBeVisible();
    const gone = details(page).getByText("The clip has expired. Kirin no longer has this file.");
    await expect(async () => {
      await page.clock.fastForward(60_000);
      await expect(gone).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(page.getByRole("link", { name: "Download" })).toHaveCount(0);
    const stage = page.getByRole("region", { name: "Player" });
    await expect(stage.getByRole("button", { name: "Generate again · $0.21" })).toBeVisible();

    const asked = page.waitForRequest(isForKeeping);
    await page.getByRole("button", { name: "Try saving again" }).click();
    await asked;
    await expect(gone).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Download" })).toBeVisible();
  });
});
