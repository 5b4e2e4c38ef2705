/** What a creator does in a tab, by accessible names alone. */
import type { Locator } from "playwright";
import type { PressKind } from "./plan.ts";
import type { Tab } from "./tab.ts";

/** How long a page that is alive may take to show that it took a press, in machine milliseconds. */
const SIGN_MS = 10_000;
/** How long the form may take to come. */
const FORM_MS = 3_000;

function promptBox({ page }: Tab): Locator {
  return page.getByRole("textbox", { name: "Prompt", exact: true });
}

function button({ page }: Tab, name: "Generate" | "Generate both"): Locator {
  return page.getByRole("button", { name, exact: true });
}

/**
 * Goes to the form from wherever the tab is. Where a part of the studio could not be fetched, the page is loaded anew, as
 * it says itself. False when the page is dead.
 */
export async function goToForm(tab: Tab): Promise<boolean> {
  const link = tab.page.getByRole("link", { name: "Create", exact: true });
  const isThere = await link
    .click()
    .then(() => promptBox(tab).waitFor({ timeout: FORM_MS }))
    .then(
      () => true,
      () => false,
    );
  if (!isThere) await tab.reload();
  return tab.isAwake;
}

/** Writes a prompt. */
export async function write(tab: Tab, prompt: string): Promise<void> {
  await tab.unlessDead(promptBox(tab).fill(prompt));
}

/** Waits until the draft is kept, so that another tab finds it. */
export async function waitForDraft(tab: Tab, prompt: string): Promise<void> {
  await tab.unlessDead(
    tab.page.waitForFunction(
      (text) => localStorage.getItem("kirin-studio.draft")?.includes(text),
      prompt,
    ),
  );
}

/** Whether the tab's form holds this prompt. */
export async function holdsDraft(tab: Tab, prompt: string): Promise<boolean> {
  return (await tab.unlessDead(promptBox(tab).inputValue())) === prompt;
}

/** Presses, in one of the ways that are one press. */
export async function press(tab: Tab, how: PressKind): Promise<void> {
  switch (how) {
    case "double-click":
      await tab.unlessDead(button(tab, "Generate").dblclick({ noWaitAfter: true }));
      return;
    case "enter-and-click":
      await tab.unlessDead(
        promptBox(tab)
          .press("Control+Enter")
          .then(() => button(tab, "Generate").click({ noWaitAfter: true })),
      );
      return;
    default:
      await tab.unlessDead(
        button(tab, how === "both" ? "Generate both" : "Generate").click({ noWaitAfter: true }),
      );
  }
}

/** Waits until the page went to a generation, or said why it did not. False when neither comes. */
export async function seesSign(tab: Tab, before: string): Promise<boolean> {
  const gone = tab.page.waitForURL((url) => url.href !== before, {
    timeout: SIGN_MS,
    waitUntil: "commit",
  });
  const told = tab.page.getByRole("alert").first().waitFor({ timeout: SIGN_MS });
  const seen = await Promise.any([gone, told]).then(
    () => true,
    () => false,
  );
  return seen || !tab.isAwake;
}

/** What the Library screen lists, and what the Usage screen adds up. */
export async function readScreens(tab: Tab): Promise<{ shown: string[]; spent: string }> {
  const { page } = tab;
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll("main article a[href^='/generations/']")].map((link) =>
      decodeURIComponent(link.getAttribute("href")?.slice("/generations/".length) ?? ""),
    ),
  );
  await page.getByRole("link", { name: "Usage", exact: true }).click();
  await page.getByRole("heading", { level: 1 }).filter({ hasText: "Usage" }).waitFor();
  const total = page.getByLabel("Total", { exact: true });
  // Nothing was spent: the screen then has no sums.
  const spent = (await total.count()) === 0 ? "0" : ((await total.textContent()) ?? "");
  return { shown, spent: spent.replace(/[^\d.]/g, "") };
}
