/**
 * Compare with real clips: a frame looks the same however it was reached, and closing a comparison releases everything.
 */
import type { Page } from "@playwright/test";
import { compose } from "../support/compose.ts";
import { expect, test } from "../support/fixtures.ts";
import { openResources, watchResources } from "../support/open-resources.ts";

/**
 * Notes on each canvas how well its pictures were last scaled. A new frame is painted at low quality first, and replaced
 * a moment later. Call it before the page is opened.
 */
async function watchPaintQuality(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const draw = CanvasRenderingContext2D.prototype.drawImage;
    CanvasRenderingContext2D.prototype.drawImage = function (...args: unknown[]) {
      this.canvas.dataset.quality = this.imageSmoothingQuality;
      Reflect.apply(draw, this, args);
    };
  });
}

/** A hash of every pixel of the canvas. Empty while the canvas is black or painted at low quality. */
function pixels(page: Page): Promise<string> {
  return page
    .getByRole("region", { name: "Comparison" })
    .getByRole("img")
    .first()
    .evaluate(async (canvas: HTMLCanvasElement) => {
      const { width, height, dataset } = canvas;
      if (dataset.quality !== "high") return "";
      const copy = new OffscreenCanvas(width, height);
      const context = copy.getContext("2d", { willReadFrequently: true });
      context?.drawImage(canvas, 0, 0);
      const data = context?.getImageData(0, 0, width, height).data;
      if (!data || new Set(new Uint32Array(data.buffer)).size < 20) return "";
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
      return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    });
}

/** The hash of the canvas once the given frame number is displayed in its final quality. */
async function pictureOf(page: Page, number: number): Promise<string> {
  await expect(page.getByText(`frame ${number} of 120`, { exact: true })).toBeVisible();
  let hash = "";
  await expect
    .poll(async () => {
      hash = await pixels(page);
      return hash;
    })
    .not.toBe("");
  return hash;
}

test("shows the same pixels for a frame whether stepped to, scrubbed to or linked to, and leaks nothing over five comparisons", async ({
  page,
}) => {
  await watchResources(page);
  await watchPaintQuality(page);
  await page.goto("/");
  await compose(page, { prompt: "A train through a valley, slow dolly-in", ratio: "1:1" });
  await page.getByRole("button", { name: "Both modes", exact: true }).click();
  await page.waitForURL(/\/compare\?left=[^&]+&right=[^&]+$/);
  await pictureOf(page, 1);
  const address = page.url();

  await test.step("reaches one frame in four ways", async () => {
    await page.goto(`${address}&at=59`);
    const asked = await pictureOf(page, 60);
    const isIt = () => expect.poll(() => pixels(page)).toBe(asked);
    await page.keyboard.press(".");
    expect(await pictureOf(page, 61)).not.toBe(asked);
    await page.keyboard.press(",");
    await pictureOf(page, 60);
    await isIt();
    await page.keyboard.press("End");
    await pictureOf(page, 120);
    await page.keyboard.press("l");
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    const strip = page.getByRole("slider", { name: "Position" });
    const box = await strip.boundingBox();
    if (!box) throw new Error("There is no strip.");
    const placeOf = (frame: number) => box.x + (frame / 119) * box.width;
    await page.mouse.move(placeOf(100), box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(placeOf(20), box.y + box.height / 2, { steps: 5 });
    await page.mouse.move(placeOf(59), box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await pictureOf(page, 60);
    await isIt();
  });

  await test.step("closes everything it opened", async () => {
    for (const side of ["right", "left"]) {
      await page.goto(`/generations/${new URL(address).searchParams.get(side)}`);
      await expect(page.getByText(/^Saved on this device\./)).toBeVisible();
    }
    const link = page.getByRole("link", { name: "Compare the pair" });
    // The player and both thumbnails hold an object URL each once they show the saved copies.
    await expect(page.locator('video[src^="blob:"]')).toHaveCount(3);
    const before = await openResources(page);
    for (let time = 0; time < 5; time += 1) {
      await link.click();
      await pictureOf(page, 1);
      await page.getByRole("button", { name: "Play", exact: true }).click();
      await expect(page.getByText("frame 1 of 120", { exact: true })).toBeHidden();
      expect((await openResources(page)).decoders).toBeGreaterThan(before.decoders);
      await page.goBack();
    }
    await expect(link).toBeVisible();
    await expect.poll(() => openResources(page)).toEqual(before);
  });
});
