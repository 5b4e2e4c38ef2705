/** Navigation: URLs, history, keyboard, small screens, and announcements of results. */
import type { Page } from "@playwright/test";
import {
  announcement,
  compose,
  failureCode,
  generate,
  playedClip,
  promptBox,
  video,
} from "./support/compose.ts";
import { expect, test } from "./support/fixtures.ts";

test("supports back, forward and bookmarks", async ({ page, context }) => {
  await page.goto("/");
  const first = await generate(page, { prompt: "A quiet lake [[fail 002014095]]" });
  await expect(failureCode(page)).toHaveText("002014095");
  const second = await generate(page, { prompt: "Another lake [[fail 002014096]]" });
  await expect(failureCode(page)).toHaveText("002014096");
  await page.getByRole("link", { name: "Library", exact: true }).click();
  // A count of unseen results may come first.
  await expect(page).toHaveTitle(/Library · Kirin Studio$/);
  await page.goBack();
  await expect(page).toHaveURL(second);
  await expect(page).toHaveTitle(/Another lake \[\[fail 002014096\]\] · Failed · Kirin Studio$/);
  await expect(failureCode(page)).toHaveText("002014096");
  await page.goBack();
  await expect(page).toHaveURL(first);
  await expect(failureCode(page)).toHaveText("002014095");
  await page.goForward();
  await expect(page).toHaveURL(second);

  const bookmarked = await context.newPage();
  await bookmarked.goto(first);
  await expect(failureCode(bookmarked)).toHaveText("002014095");
  await bookmarked.goto(`${first.slice(0, -4)}0000`);
  await expect(bookmarked.getByText("This generation isn't in your library")).toBeVisible();
});

test("announces a result and counts it in the title while the tab is hidden", async ({ page }) => {
  await page.goto("/");
  await generate(page, { prompt: "A quiet lake [[fail 002014097]]" });
  await expect(announcement(page, "Generation failed: A quiet lake")).toBeAttached();
  await expect(page).toHaveTitle("A quiet lake [[fail 002014097]] · Failed · Kirin Studio");
  await setHidden(page, true);
  await generate(page, { prompt: "Another lake [[fail 002014098]]" });
  await expect(page).toHaveTitle("(1) Another lake [[fail 002014098]] · Failed · Kirin Studio");
  await setHidden(page, false);
  await expect(page).toHaveTitle("Another lake [[fail 002014098]] · Failed · Kirin Studio");
});

/** Simulates switching tabs, which a headless browser cannot do. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { configurable: true, value });
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      value: value ? "hidden" : "visible",
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}

test("goes from the prompt to the downloaded file by keyboard alone", async ({ page }) => {
  await page.goto("/");
  const reach = async (isThere: () => Promise<boolean>) => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if (await isThere()) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("Not reached by pressing Tab sixty times.");
  };
  const isFocused = (selector: string) => () =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  await reach(isFocused("textarea[name=prompt]"));
  await page.keyboard.type("A dune at noon, static camera");
  await reach(isFocused("input[name=aspect_ratio]"));
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "9:16", exact: true })).toBeChecked();
  await reach(isFocused("button[type=submit]"));
  await page.keyboard.press("Enter");
  expect(await playedClip(page)).toMatchObject({ width: 720, height: 1280 });
  await reach(isFocused("a[download]"));
  const started = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await started).suggestedFilename()).toMatch(/^dune-at-noon/);
});

test.describe("a phone 320 px wide", () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test("covers the main job with the form as a sheet and the stage first", async ({ page }) => {
    await page.goto("/");
    await compose(page, { prompt: "A dune at noon, static camera", ratio: "9:16" });
    const sheet = page.getByRole("dialog", { name: "Compose" });
    await sheet.getByRole("button", { name: "Generate", exact: true }).tap();
    await expect(sheet).toHaveCount(0);
    await playedClip(page);
    await expect(video(page)).toBeInViewport();
    await expect(page.getByRole("button", { name: "Generate", exact: true })).toBeInViewport();
    await expect.poll(() => smallTargets(page)).toEqual([]);
    const isScrolledSideways = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isScrolledSideways).toBe(false);
    await page.getByRole("button", { name: "Details", exact: true }).tap();
    const details = page.getByRole("dialog", { name: "Details" });
    await expect(details.getByLabel("Cost", { exact: true })).toHaveText("$0.21");
    await details.getByRole("button", { name: "Close" }).tap();
    for (const name of ["Library", "Usage", "Compare", "Create"])
      await page.getByRole("link", { name, exact: true }).tap();
    await page.getByRole("button", { name: /^Edit your request/ }).tap();
    await expect(promptBox(page)).toHaveValue("A dune at noon, static camera");
    // The sheet is still opening.
    await expect.poll(() => smallTargets(page)).toEqual([]);
  });
});

/** Controls on screen that are smaller than 44 px in a direction. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      "button, a[href], select, textarea, summary, label:has(input), input:not(label input)",
    );
    return [...controls].flatMap((control) => {
      // A switch has its target around it.
      const box = (control.closest("span:has(> .switch)") ?? control).getBoundingClientRect();
      const isShown = control.checkVisibility({ opacityProperty: true }) && box.width > 1;
      const isInert = control.closest("[inert]") !== null;
      if (!isShown || isInert || (box.width >= 43.5 && box.height >= 43.5)) return [];
      const name = control.getAttribute("aria-label") ?? control.textContent;
      return [`${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`];
    });
  });
}

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("animates nothing while waiting", async ({ page, ownServer }) => {
    await page.goto(ownServer.url);
    await generate(page, { prompt: "A dune [[never ends]]" });
    await expect(page.getByText("Rendering", { exact: true }).first()).toBeVisible();
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === "running")
        .map((animation) =>
          animation instanceof CSSAnimation ? animation.animationName : "other",
        ),
    );
    expect(moving).toEqual([]);
  });
});
