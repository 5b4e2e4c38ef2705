/** Comparing two clips: how to get there, what it does, and restoring it from its URL. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { compose } from "../support/compose.ts";
import { expect, test } from "../support/fixtures.ts";
import { readMp4 } from "../support/read-mp4.ts";

function comparison(page: Page): Locator {
  return page.getByRole("region", { name: "Comparison" });
}

/** The canvas that shows both clips. */
function picture(page: Page): Locator {
  return comparison(page).getByRole("img").first();
}

/** The frame number on display. */
function frame(page: Page, number: number): Locator {
  return comparison(page).getByText(`frame ${number} of 120`, { exact: true });
}

/** The number of colours in each half of the downscaled canvas. A black half has one. */
function coloursOnHalves(page: Page): Promise<number[]> {
  return picture(page).evaluate((canvas: HTMLCanvasElement) => {
    const size = 64;
    const context = new OffscreenCanvas(size, size).getContext("2d", { willReadFrequently: true });
    context?.drawImage(canvas, 0, 0, size, size);
    return [0, size / 2].map((left) => {
      const pixels = context?.getImageData(left, 0, size / 2, size).data.buffer;
      return new Set(pixels && new Uint32Array(pixels)).size;
    });
  });
}

/** Waits until neither half of the canvas is black. */
async function expectBothShown(page: Page): Promise<void> {
  await expect.poll(async () => Math.min(...(await coloursOnHalves(page)))).toBeGreaterThan(20);
}

test("compares a new pair: facts, playback, URL, swapped sides, export and other clips", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  const prompt = "A dune at noon, static camera";
  await compose(page, { prompt, mode: "Pro", ratio: "1:1", sound: true });
  await page.getByRole("button", { name: "Both modes", exact: true }).click();
  await page.waitForURL(/\/compare\?left=[^&]+&right=[^&]+$/);
  const [left, right] = ["left", "right"].map((side) => new URL(page.url()).searchParams.get(side));

  await test.step("shows both clips and the price difference", async () => {
    await expect(picture(page)).toBeVisible();
    await expectBothShown(page);
    await expect(page.getByText(/^Pro cost 3\.3 times as much and took \d/)).toBeVisible();
    await expect(
      page.getByRole("row", { name: /^Resolution 960 × 960 1440 × 1440/ }),
    ).toBeVisible();
    await expect(page.getByRole("row", { name: /^Cost \$0\.21 \$0\.70/ })).toBeVisible();
  });

  await test.step("steps both clips by keyboard and updates the URL", async () => {
    await expect(frame(page, 1)).toBeVisible();
    await page.keyboard.press(".");
    await expect(frame(page, 2)).toBeVisible();
    await page.keyboard.press("2");
    await page.keyboard.press("End");
    await expect(frame(page, 120)).toBeVisible();
    await expect(page).toHaveURL(/view=wipe.*at=119/);
  });

  await test.step("plays and pauses both clips together", async () => {
    await page.keyboard.press("Home");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await expect(frame(page, 1)).toBeHidden();
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    await page.keyboard.press("End");
    await expect(frame(page, 120)).toBeVisible();
    await expect(page).toHaveURL(/view=wipe.*at=119/);
  });

  await test.step("restores everything after a reload", async () => {
    await page.reload();
    await expectBothShown(page);
    await expect(frame(page, 120)).toBeVisible();
    await expect(page.getByRole("radio", { name: "Wipe" })).toBeChecked();
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  await test.step("swaps the sides and changes nothing else", async () => {
    await page.getByRole("button", { name: "Swap sides" }).click();
    await expect(page).toHaveURL(new RegExp(`left=${right}&right=${left}&view=wipe.*at=119`));
    await expect(page.getByRole("button", { name: /^Left: Pro/ })).toBeVisible();
    await expect(frame(page, 120)).toBeVisible();
    await expectBothShown(page);
  });

  await test.step("exports the last second as a video with its original sound", async () => {
    await page.keyboard.press("Shift+ArrowLeft");
    await expect(frame(page, 96)).toBeVisible();
    // Letters act only in the comparison, not on the button that swaps the sides.
    await page.getByRole("button", { name: "Play", exact: true }).focus();
    await page.keyboard.press("i");
    await page.keyboard.press("End");
    await expect(frame(page, 120)).toBeVisible();
    await page.keyboard.press("o");
    await page.getByRole("tab", { name: "Export" }).click();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export video" }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(
      "dune-at-noon-static-camera_pro-and-standard_comparison.mp4",
    );
    const exported = await readMp4(new Uint8Array(await readFile(await saved.path())));
    expect(exported).toMatchObject({ width: 1440, height: 1526, frames: 25, codec: "aac" });
    const clip = await page.request.get(`/api/generations/${right}/clips/0`);
    const whole = await readMp4(new Uint8Array(await clip.body()));
    expect(exported.sound.length).toBeGreaterThan(40);
    expect(exported.sound).toEqual(whole.sound.slice(-exported.sound.length));
  });

  await test.step("compares two clips from the library in the order they were picked", async () => {
    await page.getByRole("link", { name: "Library", exact: true }).click();
    const cards = page.getByRole("article");
    await cards.nth(0).getByRole("checkbox").check();
    await cards.nth(1).getByRole("checkbox").check();
    await page.getByRole("main").getByRole("link", { name: "Compare", exact: true }).click();
    await expect(page).toHaveURL(/\/compare\?left=/);
    await expectBothShown(page);
  });

  await test.step("opens a local file on one side and rejects a file without video", async () => {
    const clip = await page.request.get(
      `${new URL(page.url()).origin}/api/generations/${left}/clips/0`,
    );
    const file = { name: "cut.mp4", mimeType: "video/mp4", buffer: await clip.body() };
    await page.getByRole("button", { name: /^Right:/ }).click();
    await page.getByLabel("Choose a file").setInputFiles(file);
    await expect(page).toHaveURL(/right=file/);
    await expect(page.getByRole("button", { name: /^Right: cut\.mp4/ })).toBeVisible();
    await expectBothShown(page);
    await page.getByRole("button", { name: /^Left:/ }).click();
    const broken = { name: "broken.mp4", mimeType: "video/mp4", buffer: Buffer.from("no video") };
    await page.getByLabel("Choose a file").setInputFiles(broken);
    await expect(page.getByText("There is no video in this file")).toBeVisible();
    await page.reload();
    await expect(page.getByText("A file from your computer goes here")).toHaveCount(2);
  });

  await test.step("links each clip's page to the pair", async () => {
    await page.goto(`/generations/${left}`);
    await page.getByRole("link", { name: "Compare the pair" }).click();
    await expect(page).toHaveURL(new RegExp(`/compare\\?left=${left}&right=${right}$`));
    await expectBothShown(page);
    await page.getByRole("link", { name: "Usage", exact: true }).click();
    await expect(page.getByLabel("Total", { exact: true })).toHaveText("$0.91");
  });
});
