/**
 * The queue: requests that can't be sent yet wait with a reason and are sent automatically. One press makes one
 * generation.
 */
import type { Page } from "@playwright/test";
import { compose, generate, generateButton, playedClip, promptBox } from "./support/compose.ts";
import { acceptedCreates, sentCreates } from "./support/creates.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

/** As many as the simulator runs at once for one key. */
const SLOTS = 6;
const FAILS = "[[fail 002014095]]";

function held(page: Page) {
  return page.getByRole("region", { name: /^On hold/ });
}

/** Kirin accepted the request and failed it on demand, which is faster than rendering a clip. */
function failed(page: Page) {
  return page.getByRole("region", { name: /^Failure/ });
}

test.describe("offline", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("submit: Generate is clicked offline → the request waits and is sent automatically once online", async ({
    page,
    context,
    live,
  }) => {
    const creates = sentCreates(page);
    await page.goto(live.studio.url);
    await compose(page, { prompt: "A mountain, static camera" });
    // Everything that a press needs is prefetched once the creator starts typing.
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    const url = await generate(page, { prompt: "A mountain, static camera" });
    await expect(held(page)).toContainText("Waiting until you're online");
    await expect(held(page)).toContainText("Nothing has been sent, and you haven't been charged.");
    expect(creates).toEqual([]);
    await context.setOffline(false);
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
    await expect(page).toHaveURL(url);
    expect(creates).toHaveLength(1);
    expect(await live.simulator.charges()).toEqual([
      expect.objectContaining({ external_task_id: url.split("/").at(-1), cost: "0.21" }),
    ]);
  });

  test("submit: a waiting request is cancelled → it is never sent and stays in the library", async ({
    page,
    context,
    live,
  }) => {
    const creates = sentCreates(page);
    await page.goto(live.studio.url);
    await compose(page, { prompt: `Cancelled ${FAILS}` });
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    const url = await generate(page, { prompt: `Cancelled ${FAILS}` });
    await held(page).getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("heading", { name: "Cancelled before it was sent" })).toBeVisible();
    await generate(page, { prompt: `Kept ${FAILS}` });
    await expect(held(page)).toBeVisible();
    await context.setOffline(false);
    await expect(failed(page)).toBeVisible();
    expect(creates).toEqual([`Kept ${FAILS}`]);
    await page.goto(url);
    await expect(page.getByRole("region", { name: /^Cancelled/ })).toBeVisible();
    expect(await live.simulator.charges()).toEqual([]);
  });
});

test.describe("all slots are in use", () => {
  // The slots stay taken for a minute, so that even a busy machine has put the queue into its order before they are free.
  test.use({ expectedErrors: [/Failed to load resource/], simulatorSpeed: 0.5 });

  test("submit: Kirin's parallel limit is reached → the rest waits and is sent automatically in the creator's order", async ({
    page,
    live,
  }) => {
    const accepted = acceptedCreates(page);
    await page.goto(live.studio.url);
    await compose(page, { prompt: `Apples ${FAILS}` });
    await page.waitForLoadState("networkidle");
    await live.simulator.takeSlots(SLOTS);
    await generate(page, { prompt: `Apples ${FAILS}` });
    await expect(held(page)).toContainText("Waiting for a free slot");
    await expect(held(page)).toContainText("Kirin asked the studio to wait until");
    await generate(page, { prompt: `Boats ${FAILS}` });
    await generate(page, { prompt: `Clouds ${FAILS}` });
    await page.getByRole("button", { name: "3 waiting" }).click();
    const queue = page.getByRole("dialog", { name: "Queue" });
    const earlier = queue.getByRole("button", { name: /^Move earlier: Clouds/ });
    await earlier.click();
    await expect(queue.getByRole("listitem")).toHaveText([/Apples/, /Clouds/, /Boats/]);
    await earlier.press("Enter");
    await expect(queue.getByRole("listitem")).toHaveText([/Clouds/, /Apples/, /Boats/]);
    expect(accepted).toEqual([]);
    await expect
      .poll(() => accepted)
      .toEqual([`Clouds ${FAILS}`, `Apples ${FAILS}`, `Boats ${FAILS}`]);
  });
});

test.describe("no key", () => {
  test.use({ startsWithKey: false, expectedErrors: [/Failed to load resource/] });

  test("submit: the server has no API key → requests wait and are sent automatically once it has one", async ({
    page,
    live,
  }) => {
    const creates = sentCreates(page);
    await page.goto(live.studio.url);
    await expect(page.getByText("New requests wait here")).toBeVisible();
    await generate(page, { prompt: `A lake ${FAILS}` });
    await expect(held(page)).toContainText("Waiting for an API key");
    await live.studio.kill();
    expect(creates).toEqual([]);
    await live.studio.restart(live.simulator.studioEnv);
    await expect(failed(page)).toBeVisible();
    expect(creates).toHaveLength(1);
  });
});

test.describe("the balance is too low", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("submit: the balance is too low → the request waits, says so, and is retried on request", async ({
    page,
  }) => {
    const creates = sentCreates(page);
    await page.goto("/");
    await generate(page, { prompt: "A quiet lake [[http 402]]" });
    await expect(held(page)).toContainText("Waiting for a higher balance");
    await expect(held(page)).toContainText("“The account balance is too low.”");
    await expect(held(page)).toContainText("Kirin created nothing, and you weren't charged.");
    expect(creates).toHaveLength(1);
    await held(page).getByRole("button", { name: "Try now" }).click();
    await expect.poll(() => creates).toHaveLength(2);
    await held(page).getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("region", { name: /^Cancelled/ })).toBeVisible();
  });
});

test.describe("repeated presses", () => {
  test("submit: Generate is clicked in two tabs with the same draft → one generation, shown in both", async ({
    page,
    context,
    live,
  }) => {
    const creates = sentCreates(context);
    await page.goto(live.studio.url);
    await compose(page, { prompt: `One lake ${FAILS}` });
    await page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
    const other = await context.newPage();
    await other.goto(live.studio.url);
    await expect(promptBox(other)).toHaveValue(`One lake ${FAILS}`);
    await Promise.all([generateButton(page).click(), generateButton(other).click()]);
    await expect(page).toHaveURL(/\/generations\//);
    await expect(other).toHaveURL(page.url());
    const said = [page, other].map((tab) => tab.getByText("Already sent from another tab"));
    await expect
      .poll(async () => (await Promise.all(said.map((text) => text.count()))).sort())
      .toEqual([0, 1]);
    await expect(failed(other)).toBeVisible();
    expect(creates).toEqual([`One lake ${FAILS}`]);
    // A deliberate second press makes another take.
    const first = page.url();
    await expect(async () => {
      await generateButton(other).click();
      await expect(other).not.toHaveURL(first, { timeout: 30_000 });
    }).toPass();
    await expect.poll(() => creates).toHaveLength(2);
  });

  test("submit: a double click, Enter with a click, or Ctrl+Enter held down → one generation", async ({
    page,
  }) => {
    const creates = sentCreates(page);
    await page.goto("/");
    await compose(page, { prompt: `Twice ${FAILS}` });
    await generateButton(page).dblclick();
    await expect(failed(page)).toBeVisible();
    await compose(page, { prompt: `Both ways ${FAILS}` });
    await generateButton(page).focus();
    await Promise.all([page.keyboard.press("Enter"), generateButton(page).click()]);
    await expect.poll(() => creates).toContain(`Both ways ${FAILS}`);
    await promptBox(page).fill(`Held down ${FAILS}`);
    await page.keyboard.down("Control");
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await page.keyboard.up("Control");
    await expect.poll(() => creates).toContain(`Held down ${FAILS}`);
    await page.getByRole("link", { name: "Library", exact: true }).click();
    await expect(page.getByRole("main").getByRole("gridcell")).toHaveCount(3);
    expect(creates).toHaveLength(3);
  });
});

test.describe("an unconfirmed create", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("submit: the same request is submitted again while the first is unconfirmed → a warning about a double charge", async ({
    page,
    live,
  }) => {
    const creates = sentCreates(page);
    await page.route("**/api/generations", (route) => route.abort());
    await page.goto(live.studio.url);
    await generate(page, { prompt: `A lake ${FAILS}` });
    await expect(page.getByText("Checking whether Kirin received it")).toBeVisible();
    await expect(page.getByRole("button", { name: /again/ })).toHaveCount(0);
    const warning = page.getByRole("alertdialog", { name: "You may be charged twice" });
    // Shortly after a press, a second click counts as the same press.
    await expect(async () => {
      // A question that opens late covers the button.
      if (!(await warning.isVisible())) await generateButton(page).click({ timeout: 10_000 });
      await expect(warning).toBeVisible({ timeout: 10_000 });
    }).toPass();
    await warning.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Nothing was sent." })).toBeVisible();
    expect(creates).toHaveLength(1);
    await page.unroute("**/api/generations");
    await generateButton(page).click();
    await warning.getByRole("button", { name: "Send anyway" }).click();
    await expect(failed(page)).toBeVisible();
    expect(creates).toHaveLength(2);
  });
});
