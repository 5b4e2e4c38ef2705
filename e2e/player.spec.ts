/** The player's keys and controls. One step is exactly one frame. */
import type { Page } from "@playwright/test";
import { generate, negativePromptBox, playedClip, video } from "./support/compose.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

const FRAME_RATE = 24;

// Without autoplay, so that each test decides when the clip moves.
test.use(STILL);

const player = (page: Page) => page.getByRole("region", { name: "Player" });
const button = (page: Page, name: string) =>
  player(page).getByRole("button", { name, exact: true });

/** Zero-based number of the displayed frame, from the video's current time. Waits for seeks to finish. */
async function frame(page: Page): Promise<number> {
  await expect(video(page)).toHaveJSProperty("seeking", false);
  const { currentTime, duration } = await video(page).evaluate(
    ({ currentTime, duration }: HTMLVideoElement) => ({ currentTime, duration }),
  );
  // A video that has ended may report its duration as the current time.
  return Math.floor(Math.min(currentTime, duration - 0.001) * FRAME_RATE);
}

async function press(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key);
  return frame(page);
}

test("controls a silent clip by keys and buttons", async ({ page }) => {
  await page.goto("/");
  await generate(page, { prompt: "A meadow with clouds, slow pan" });
  await playedClip(page);
  await page.getByRole("main").focus();

  // The first frame is visible before playback starts.
  await expect(video(page)).toHaveJSProperty("paused", true);
  expect(await brightness(page)).toBeGreaterThan(10);
  await expect(player(page).getByText("Frame 1 of 120")).toBeVisible();

  // Clips loop by default. Then a step beyond the last frame leads to the first one.
  await expect(button(page, "Loop")).toHaveAttribute("aria-pressed", "true");
  await button(page, "Loop").click();
  await expect(video(page)).toHaveJSProperty("loop", false);
  await page.getByRole("main").focus();

  for (const [key, expected] of [
    [".", 1],
    [".", 2],
    [".", 3],
    [",", 2],
    ["l", 26],
    ["L", 50],
    ["j", 26],
    [",", 25],
    ["End", 119],
    [",", 118],
    [".", 119],
    [".", 119],
    [",", 118],
    ["Home", 0],
    [",", 0],
  ] as const) {
    expect(await press(page, key), `after ${key}`).toBe(expected);
  }
  await expect(player(page).getByText("Frame 1 of 120")).toBeVisible();

  await page.keyboard.press("Space");
  await expect(video(page)).toHaveJSProperty("paused", false);
  await page.keyboard.press("k");
  await expect(video(page)).toHaveJSProperty("paused", true);
  await page.keyboard.press("k");
  await expect(video(page)).toHaveJSProperty("paused", false);
  // Stepping pauses playback.
  await page.keyboard.press(".");
  await expect(video(page)).toHaveJSProperty("paused", true);

  await player(page).getByRole("combobox", { name: "Speed" }).selectOption({ label: "0.5×" });
  await expect(video(page)).toHaveJSProperty("playbackRate", 0.5);
  await button(page, "Loop").click();
  await expect(video(page)).toHaveJSProperty("loop", true);
  await expect(button(page, "Loop")).toHaveAttribute("aria-pressed", "true");
  await expect(button(page, "Mute")).toHaveCount(0);

  await player(page).getByRole("slider", { name: "Position" }).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  expect(await frame(page)).toBe(1);
  await expect(player(page).getByRole("slider", { name: "Position" })).toHaveAttribute(
    "aria-valuetext",
    /frame 2 of 120/,
  );

  await page.keyboard.press("f");
  await expect(button(page, "Exit full screen")).toBeVisible();
  await page.keyboard.press("f");
  await expect(button(page, "Full screen")).toBeVisible();

  // Shortcuts do not act while typing.
  await (await negativePromptBox(page)).focus();
  await page.keyboard.type("k, l.");
  await expect(page.getByRole("textbox", { name: "Negative prompt" })).toHaveValue("k, l.");
  await expect(video(page)).toHaveJSProperty("paused", true);
  expect(await frame(page)).toBe(1);
});

test("mutes a clip with sound and plays it to the end at double speed", async ({ page }) => {
  await page.goto("/");
  await generate(page, { prompt: "Surf on a beach, static camera", mode: "Pro", sound: true });
  await playedClip(page);
  await button(page, "Mute").click();
  await expect(video(page)).toHaveJSProperty("muted", true);
  await page.keyboard.press("m");
  await expect(video(page)).toHaveJSProperty("muted", false);
  await player(page).getByRole("combobox", { name: "Speed" }).selectOption({ label: "2×" });
  await button(page, "Loop").click();
  await button(page, "Play").click();
  await expect(video(page)).toHaveJSProperty("ended", true);
  await expect(player(page).getByText("Frame 120 of 120")).toBeAttached();
  // Play starts over at the end.
  await button(page, "Play").click();
  await expect(video(page)).toHaveJSProperty("paused", false);
});

/** The mean brightness of the displayed frame, 0 to 255. */
function brightness(page: Page): Promise<number> {
  return video(page).evaluate((element: HTMLVideoElement) => {
    const canvas = new OffscreenCanvas(16, 9);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("There is no canvas.");
    context.drawImage(element, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return (
      data.filter((_value, index) => index % 4 !== 3).reduce((sum, value) => sum + value, 0) /
      (canvas.width * canvas.height * 3)
    );
  });
}
