/** Trouble on the way: nothing is called a failure that is none, nothing is sent twice, nothing is paid twice. */
import type { Page } from "@playwright/test";
import { compose, generate, generateButton, playedClip, promptBox } from "./compose.ts";
import { expect, test } from "./fixtures.ts";

/** Counts the creates that a page sends. */
function countCreates(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/generations")) count += 1;
  });
  return () => count;
}

test.describe("the network goes", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("and comes back: no failure is claimed, and the clip arrives", async ({ page, context }) => {
    await page.goto("/");
    await generate(page, { prompt: "A mountain in the evening, static camera" });
    await expect(page.getByText("Kirin says").first()).toBeVisible();
    await context.setOffline(true);
    await expect(page.getByText("You are offline.")).toBeVisible();
    await expect(page.getByText("The last look did not get through")).toBeVisible();
    await expect(page.getByRole("region", { name: /^Failure/ })).toHaveCount(0);
    await context.setOffline(false);
    await expect(page.getByText("You are offline.")).toHaveCount(0);
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
  });

  test("before the press: it is looked for, and sent on a second press only, once it is known to be nowhere", async ({
    page,
    context,
  }) => {
    await page.goto("/");
    await compose(page, { prompt: "A mountain, static camera" });
    await context.setOffline(true);
    await generateButton(page).click();
    await expect(page.getByText("Checking whether Kirin has it")).toBeVisible();
    await expect(page.getByText("The studio's server cannot be reached")).toBeVisible();
    await expect(page.getByRole("button", { name: "Generate again" })).toHaveCount(0);
    await context.setOffline(false);
    await page.reload();
    await expect(page.getByText("Checking whether Kirin has it")).toBeVisible();
    await expect(promptBox(page)).toHaveValue("A mountain, static camera");
  });
});

test.describe("nobody answers the create", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  for (const words of ["[[http reset]]", "[[http 500 created]]", "[[http html]]"]) {
    test(`${words}: it is found by its id, and charged once`, async ({ page, live }) => {
      const creates = countCreates(page);
      await page.goto(live.studio.url);
      await generate(page, { prompt: `A lighthouse, static camera ${words}` });
      expect(await playedClip(page)).toMatchObject({ seconds: 5 });
      await expect(page.getByLabel("Cost", { exact: true })).toHaveText("$0.21");
      expect(creates()).toBe(1);
      expect(await live.simulator.charges()).toEqual([expect.objectContaining({ cost: "0.21" })]);
    });
  }

  test("and the page is reloaded meanwhile: the same", async ({ page, live }) => {
    const creates = countCreates(page);
    await page.goto(live.studio.url);
    await generate(page, { prompt: "A lighthouse, static camera [[http timeout]]" });
    await expect(page.getByText("Sending to Kirin")).toBeVisible();
    await page.reload();
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
    expect(creates()).toBe(1);
    expect(await live.simulator.charges()).toHaveLength(1);
  });

  test("and the studio's server is killed meanwhile: the same", async ({ page, live }) => {
    const creates = countCreates(page);
    await page.goto(live.studio.url);
    await generate(page, { prompt: "A lighthouse, static camera [[http timeout]]" });
    await expect(page.getByText("Sending to Kirin")).toBeVisible();
    await live.studio.crash();
    await expect(page.getByText("Checking whether Kirin has it")).toBeVisible();
    await expect(page.getByRole("button", { name: "Generate again" })).toHaveCount(0);
    await live.studio.comeBack();
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
    expect(creates()).toBe(1);
    expect(await live.simulator.charges()).toHaveLength(1);
  });
});
