/** What a creator does in a tab, by accessible names only. */
import type { Locator } from "playwright";
import type { Tab } from "./tab.ts";
import type { PressKind } from "./trial-plan.ts";

/** How long a page that is alive may take to react to a press, in machine milliseconds. */
const REACTION_MS = 120_000;
const FORM_MS = 3_000;
/** How often a creator goes back to a form that disappeared while they typed. */
const FILL_ATTEMPTS = 20;

function promptBox({ page }: Tab): Locator {
  return page.getByRole("textbox", { name: "Prompt", exact: true });
}

function button({ page }: Tab, name: "Generate" | "Both modes" | "Send again"): Locator {
  return page.getByRole("button", { name, exact: true });
}

/**
 * Opens the form from any screen. Reloads the page if the form does not appear, as the studio advises when a module
 * could not be loaded. Resolves to false if the page is dead.
 */
export async function goToForm(tab: Tab): Promise<boolean> {
  await declineQuestion(tab);
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

/** Cancels the question that a late press may have left open over the page. */
async function declineQuestion(tab: Tab): Promise<void> {
  const cancel = tab.page.getByRole("alertdialog").getByRole("button", { name: "Cancel" });
  if ((await tab.unlessDead(cancel.count())) === 1) await tab.unlessDead(cancel.click());
}

/**
 * Fills in the prompt. On a busy machine, the page may leave the form late because of an earlier press. The creator
 * then goes back to it.
 */
export async function fillPrompt(tab: Tab, prompt: string): Promise<void> {
  for (let attempt = 0; attempt < FILL_ATTEMPTS; attempt += 1) {
    const isFilled = await tab.unlessDead(
      promptBox(tab)
        .fill(prompt, { timeout: FORM_MS })
        .then(
          () => true,
          () => false,
        ),
    );
    if (isFilled !== false || !(await goToForm(tab))) return;
  }
  throw new Error(`The form disappeared ${FILL_ATTEMPTS} times; the page is ${tab.page.url()}.`);
}

/** Waits until the draft is stored, so that another tab finds it. */
export async function waitForDraft(tab: Tab, prompt: string): Promise<void> {
  await tab.unlessDead(
    tab.page.waitForFunction(
      (text) => localStorage.getItem("kirin-studio.draft")?.includes(text),
      prompt,
    ),
  );
}

/** Whether the tab's form has this prompt. Waits until the form is interactive, which its shortcut hint shows. */
export async function hasDraft(tab: Tab, prompt: string): Promise<boolean> {
  const interactive = button(tab, "Generate").and(tab.page.locator("[title]"));
  await tab.unlessDead(interactive.waitFor());
  return (await tab.unlessDead(promptBox(tab).inputValue())) === prompt;
}

/**
 * Presses in one of the ways that count as one press. A double click is dispatched within one task of the page, because
 * on the fast clock two separate commands would be seconds apart and count as two presses.
 */
export async function press(tab: Tab, how: PressKind): Promise<void> {
  const generate = button(tab, how === "both" ? "Both modes" : "Generate");
  const pressing =
    how === "double-click" || how === "enter-and-click"
      ? generate.evaluate(pressTwice, how)
      : generate.click({ noWaitAfter: true });
  await tab.unlessDead(pressing);
}

/** Runs in the page. */
function pressTwice(element: Element, how: "double-click" | "enter-and-click"): void {
  if (!(element instanceof HTMLButtonElement)) return;
  if (how === "double-click") element.click();
  else {
    element.form?.elements
      .item(0)
      ?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
  }
  element.click();
}

/** Waits until the page has left `before` or shows an alert. Resolves to false if a page that is alive does neither. */
export async function reactsToPress(tab: Tab, before: string): Promise<boolean> {
  const left = tab.page.waitForURL((url) => url.href !== before, {
    timeout: REACTION_MS,
    waitUntil: "commit",
  });
  const failed = tab.page.getByRole("alert").first().waitFor({ timeout: REACTION_MS });
  const reaction = Promise.any([left, failed]).then(
    () => true,
    () => false,
  );
  // A locator waits for a crashed page until its time limit.
  return (await tab.unlessDead(reaction)) === true || !tab.isAwake;
}

/** Cancels the generation on the stage, if it has not been sent. */
export async function cancelHeld(tab: Tab): Promise<void> {
  const held = tab.page.getByRole("region", { name: /^On hold/ }).first();
  const cancel = held.getByRole("button", { name: "Cancel", exact: true });
  // The button is gone once the create was sent.
  await cancel.click({ timeout: FORM_MS / 6 }).catch(() => undefined);
}

/**
 * Sends a generation that never arrived again, and returns to the library. On a slow machine the first create may arrive
 * after all: the page finds its task then, and offers no second one.
 */
export async function sendAgain(tab: Tab, studioUrl: string, id: string): Promise<void> {
  await tab.page.goto(`${studioUrl}/generations/${encodeURIComponent(id)}`);
  await button(tab, "Send again")
    .click({ timeout: FORM_MS * 10 })
    .catch(() => undefined);
  await button(tab, "Send again").waitFor({ state: "detached" });
  await tab.page.getByRole("link", { name: "Library", exact: true }).click();
}

export interface Screens {
  /** Ids of the generations on the Library screen. */
  libraryIds: string[];
  /** The total on the Usage screen, as a number of dollars. */
  spent: string;
}

/** Reads the Library screen, then the Usage screen. */
export async function readScreens(tab: Tab): Promise<Screens> {
  const { page } = tab;
  const libraryIds = await page.evaluate(() =>
    [...document.querySelectorAll("main article a[href^='/generations/']")].map((link) =>
      decodeURIComponent(link.getAttribute("href")?.slice("/generations/".length) ?? ""),
    ),
  );
  await page.getByRole("link", { name: "Usage", exact: true }).click();
  await page.getByRole("heading", { level: 1 }).filter({ hasText: "Usage" }).waitFor();
  const total = page.getByLabel("Total", { exact: true });
  // If nothing was spent, the screen has no total.
  const spent = (await total.count()) === 0 ? "0" : ((await total.textContent()) ?? "");
  return { libraryIds, spent: spent.replace(/[^\d.]/g, "") };
}
