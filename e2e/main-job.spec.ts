/** The product's main job: from the prompt to the clip, its cost and the downloaded file. */
import { open } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { compose, generateButton, playedClip, playToTheEnd } from "./support/compose.ts";
import { expect, test } from "./support/fixtures.ts";

async function savedBytes(download: Download): Promise<Buffer> {
  const file = await open(await download.path());
  const bytes = await file.readFile();
  await file.close();
  return bytes;
}

async function save(page: Page): Promise<Download> {
  const started = page.waitForEvent("download");
  await page.getByText("Download", { exact: true }).first().click();
  return started;
}

test("generates, plays, downloads and totals a std clip and a pro clip with sound", async ({
  page,
}) => {
  await page.goto("/");
  await compose(page, { prompt: "A lighthouse at dusk, slow pan over the sea" });
  await generateButton(page).click();

  expect(await playedClip(page)).toEqual({ width: 1280, height: 720, seconds: 5 });
  await expect(page.getByLabel("Cost", { exact: true })).toHaveText("$0.21");
  await expect(page.getByLabel("Usage", { exact: true })).toContainText("0.042");
  await playToTheEnd(page);
  const std = await save(page);
  expect(std.suggestedFilename()).toMatch(/^lighthouse-at-dusk.*_std_16x9_\d{4}-\d\d-\d\d\.mp4$/);
  expect((await savedBytes(std)).subarray(4, 8).toString("latin1")).toBe("ftyp");

  await page.getByRole("link", { name: "Create", exact: true }).click();
  await compose(page, {
    prompt: 'A night city in the rain. [Narrator, calm]: "the last tram leaves"',
    mode: "Pro",
    sound: true,
    ratio: "9:16",
    duration: "10 seconds",
  });
  await generateButton(page).click();
  await expect(page.getByLabel("Cost", { exact: true })).toHaveText("$1.40");
  expect(await playedClip(page)).toEqual({ width: 1080, height: 1920, seconds: 10 });
  await playToTheEnd(page);
  await expect(page.getByRole("button", { name: /^(?:Mute|Unmute)/ })).toBeAttached();
  expect((await save(page)).suggestedFilename()).toMatch(
    /^night-city.*_pro_9x16_\d{4}-\d\d-\d\d\.mp4$/,
  );

  await page.getByRole("link", { name: "Usage", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("$1.61");
  await page.getByRole("link", { name: "Library", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("A lighthouse at dusk");
  await expect(page.getByRole("main")).toContainText("A night city in the rain");
});

test("generates with Ctrl+Enter under the typed task ID", async ({ page, request, baseURL }) => {
  await page.goto("/");
  await compose(page, { prompt: "A fox in the snow" });
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByRole("textbox", { name: "Task ID" }).fill("fox-in-snow-1");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByLabel("Cost", { exact: true })).toHaveText("$0.21");
  const answer = await request.get(`${baseURL}/api/generations/fox-in-snow-1`);
  expect(await answer.json()).toMatchObject({
    externalTaskId: "fox-in-snow-1",
    status: "completed",
  });
});
