/** What a creator does in a tab, by accessible names alone. */
import type { Locator } from "playwright";
import type { PressKind } from "./plan.ts";
import type { Tab } from "./tab.ts";

/** How long a page that is alive may take to show that it took a press, in machine milliseconds. */
const SIGN_MS = 120_000;
/** How long the form may take to come. */
const FORM_MS = 3_000;
/** How often a creator goes back to a form that went away while they wrote. */
const WRITE_ATTEMPTS = 20;

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

/** A press that came too late may have left a question open, which stands before everything else. Its first answer is no. */
async function declineQuestion(tab: Tab): Promise<void> {
  const cancel = tab.page.getByRole("alertdialog").getByRole("button", { name: "Cancel" });
  if ((await tab.unlessDead(cancel.count())) === 1) await tab.unlessDead(cancel.click());
}

/**
 * Writes a prompt. On a starved machine an earlier press is answered late, and the page then goes from the form to what came
 * of it: the creator goes back.
 */
export async function writePrompt(tab: Tab, prompt: string): Promise<void> {
  for (let attempt = 0; attempt < WRITE_ATTEMPTS; attempt += 1) {
    const isWritten = await tab.unlessDead(
      promptBox(tab)
        .fill(prompt, { timeout: FORM_MS })
        .then(
          () => true,
          () => false,
        ),
    );
    if (isWritten !== false || !(await goToForm(tab))) return;
  }
  throw new Error(`The form went away ${WRITE_ATTEMPTS} times; the page is at ${tab.page.url()}.`);
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

/** Whether the tab's form holds this prompt, and is alive: only then does it say what its keys are. */
export async function holdsDraft(tab: Tab, prompt: string): Promise<boolean> {
  const alive = tab.page
    .getByRole("button", { name: "Generate", exact: true })
    .and(tab.page.locator("[title]"));
  await tab.unlessDead(alive.waitFor());
  return (await tab.unlessDead(promptBox(tab).inputValue())) === prompt;
}

/**
 * Presses, in one of the ways that are one press. What a hand does within a tenth of a second is done at once: on the fast
 * clock, two commands from outside would be seconds apart, and two presses on purpose.
 */
export async function press(tab: Tab, how: PressKind): Promise<void> {
  const generate = button(tab, how === "both" ? "Generate both" : "Generate");
  const pressing =
    how === "double-click" || how === "enter-and-click"
      ? generate.evaluate(pressTwice, how)
      : generate.click({ noWaitAfter: true });
  await tab.unlessDead(pressing);
}

/** Runs in the page. */
function pressTwice(button: Element, how: "double-click" | "enter-and-click"): void {
  if (!(button instanceof HTMLButtonElement)) return;
  if (how === "double-click") button.click();
  else {
    button.form?.elements
      .item(0)
      ?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
  }
  button.click();
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

/** Cancels the generation on the stage, if it has not been sent. */
export async function withdraw(tab: Tab): Promise<void> {
  const held = tab.page.getByRole("region", { name: /^On hold/ }).first();
  const cancel = held.getByRole("button", { name: "Cancel", exact: true });
  // Once it has been sent, the button is gone.
  await cancel.click({ timeout: FORM_MS / 6 }).catch(() => undefined);
}

/** Sends again what Kirin never got, and comes back to the library. */
export async function sendAgain(tab: Tab, studioUrl: string, id: string): Promise<void> {
  await tab.page.goto(`${studioUrl}/generations/${encodeURIComponent(id)}`);
  await tab.page.getByRole("button", { name: "Send again", exact: true }).click();
  await tab.page
    .getByRole("button", { name: "Send again", exact: true })
    .waitFor({ state: "detached" });
  await tab.page.getByRole("link", { name: "Library", exact: true }).click();
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
