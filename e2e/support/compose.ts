/** Actions on the compose screen, by accessible names only. */
import { expect, type Locator, type Page } from "@playwright/test";

export interface ComposeSettings {
  prompt: string;
  negativePrompt?: string;
  mode?: "Standard" | "Pro";
  sound?: boolean;
  ratio?: "16:9" | "9:16" | "1:1";
  duration?: "5 seconds" | "10 seconds";
  watermark?: boolean;
}

/** Fills the form. Settings that are not given keep their values. */
export async function compose(page: Page, settings: ComposeSettings): Promise<void> {
  await openComposer(page);
  await promptBox(page).fill(settings.prompt);
  if (settings.negativePrompt !== undefined)
    await (await negativePromptBox(page)).fill(settings.negativePrompt);
  if (settings.mode) await page.getByRole("radio", { name: settings.mode, exact: true }).check();
  if (settings.ratio) await page.getByRole("radio", { name: settings.ratio, exact: true }).check();
  if (settings.duration)
    await page.getByRole("radio", { name: settings.duration, exact: true }).check();
  if (settings.sound !== undefined)
    await page.getByRole("switch", { name: "Sound" }).setChecked(settings.sound);
  if (settings.watermark !== undefined)
    await page.getByRole("switch", { name: "Watermark" }).setChecked(settings.watermark);
}

/** Opens the form on a phone, where it is one line above the tabs. */
async function openComposer(page: Page): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) >= 768 || (await promptBox(page).isVisible())) return;
  await page.getByRole("button", { name: /^(?:Describe your clip|Edit your request)/ }).click();
}

/** The negative prompt, which is behind a button while it is empty. */
export async function negativePromptBox(page: Page): Promise<Locator> {
  const box = page.getByRole("textbox", { name: "Negative prompt" });
  if (!(await box.isVisible())) await page.getByRole("button", { name: "Negative prompt" }).click();
  return box;
}

export function promptBox(page: Page): Locator {
  return page.getByRole("textbox", { name: "Prompt", exact: true });
}

export function generateButton(page: Page): Locator {
  return page.getByRole("button", { name: "Generate", exact: true });
}

/** Submits the form and returns the URL of the generation. */
export async function generate(page: Page, settings: ComposeSettings): Promise<string> {
  await compose(page, settings);
  const before = page.url();
  await generateButton(page).click();
  await expect(page).not.toHaveURL(before);
  return page.url();
}

/** The details of the generation, without the form and the stage. */
export function details(page: Page): Locator {
  return page.getByRole("complementary", { name: "Details" });
}

/** The request to Kirin as the details show it. Opens the technical details. */
export async function sentRequest(page: Page): Promise<Locator> {
  const request = page.getByRole("region", { name: "Request as sent" });
  const summary = details(page).getByText("Technical details", { exact: true });
  await expect(summary).toBeVisible();
  if (!(await request.isVisible())) await summary.click();
  return request;
}

/** The live region that announces results. */
export function announcement(page: Page, text: string | RegExp): Locator {
  return page.locator("[aria-live=polite]").filter({ hasText: text });
}

export function video(page: Page): Locator {
  return page.getByRole("region", { name: "Player" }).locator("video");
}

/** Waits until the player can show the clip, and returns the size and duration that the browser found. */
export async function playedClip(page: Page) {
  const clip = video(page).first();
  await expect(clip).toHaveJSProperty("readyState", 4);
  return clip.evaluate((element: HTMLVideoElement) => ({
    width: element.videoWidth,
    height: element.videoHeight,
    seconds: element.duration,
  }));
}

/** Plays the clip to its end. */
export async function playToTheEnd(page: Page): Promise<void> {
  await video(page)
    .first()
    .evaluate(async (element: HTMLVideoElement) => {
      element.muted = true;
      element.loop = false;
      element.playbackRate = 4;
      const ended = new Promise((resolve) => {
        element.addEventListener("ended", resolve, { once: true });
      });
      await element.play();
      await ended;
    });
}

/** Kirin's error code. The prompt of a task that has to fail contains it too, so only the failure's own row counts. */
export function failureCode(page: Page): Locator {
  const failure = page.getByRole("region", { name: /^Failure: / });
  return failure.getByLabel("Code", { exact: true });
}
