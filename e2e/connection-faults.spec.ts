/** Network and server faults: no false failures, nothing sent twice, nothing paid twice. */

import type { Page } from "@playwright/test";
import type { SimulatorServer } from "../tests/servers/simulator-server.ts";
import type { StudioServer } from "../tests/servers/studio-server.ts";
import { compose, generate, generateButton, playedClip, promptBox } from "./support/compose.ts";
import { sentCreates } from "./support/creates.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

/** Waits until Kirin has received the request that the studio shows as being sent. */
async function expectReceived(simulator: SimulatorServer, url: string): Promise<void> {
  await expect.poll(() => simulator.has(url.split("/").at(-1) ?? "")).toBe(true);
}

interface Live {
  simulator: SimulatorServer;
  studio: StudioServer;
}

/** Generates a clip whose create has reached Kirin and is not answered yet. Returns the creates that the page sends. */
async function generateUnanswered(page: Page, { simulator, studio }: Live) {
  const creates = sentCreates(page);
  await page.goto(studio.url);
  const url = await generate(page, { prompt: "A lighthouse, static camera [[http timeout]]" });
  await expect(page.getByText("Sending to Kirin")).toBeVisible();
  await expectReceived(simulator, url);
  return creates;
}

test.describe("the network fails", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("poll: the network fails during rendering and returns → no failure is shown, and the clip arrives", async ({
    page,
    context,
  }) => {
    await page.goto("/");
    await generate(page, { prompt: "A mountain in the evening, static camera" });
    await expect(page.getByText(/, updated /).first()).toBeVisible();
    await context.setOffline(true);
    await expect(page.getByText("You're offline.")).toBeVisible();
    await expect(page.getByText("The last status check failed")).toBeVisible();
    await expect(page.getByRole("region", { name: /^Failure/ })).toHaveCount(0);
    await context.setOffline(false);
    await expect(page.getByText("You're offline.")).toHaveCount(0);
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
  });

  test("submit: the create is lost on its way to Kirin → it is looked up and, once it is certainly missing, can be sent again under its ID", async ({
    page,
    live,
  }) => {
    await page.clock.install();
    await page.goto(live.studio.url);
    await page.route("**/api/generations", (route) => route.abort(), { times: 1 });
    const url = await generate(page, { prompt: "A mountain, static camera" });
    await expect(page.getByText("Checking whether Kirin received it")).toBeVisible();
    await expect(page.getByRole("button", { name: "Generate again" })).toHaveCount(0);
    await expect(page.getByText("that it has no such task")).toBeVisible();
    // Twice the proxy's timeout for Kirin. After that, no request can still be in flight.
    await page.clock.fastForward("02:10");
    await expect(
      page.getByRole("heading", { name: "Kirin didn't receive the request" }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Send again" }).click();
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
    await expect(page).toHaveURL(url);
    expect(await live.simulator.charges()).toEqual([
      expect.objectContaining({ external_task_id: url.split("/").at(-1), cost: "0.21" }),
    ]);
  });
});

test.describe("an unanswered create", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  for (const words of ["[[http reset]]", "[[http 500 created]]"]) {
    test(`submit: Kirin accepts a create but the answer is lost → it is found by its ID, sent once and charged once (${words})`, async ({
      page,
      live,
    }) => {
      const creates = sentCreates(page);
      await page.goto(live.studio.url);
      await generate(page, { prompt: `A lighthouse, static camera ${words}` });
      expect(await playedClip(page)).toMatchObject({ seconds: 5 });
      await expect(page.getByLabel("Cost", { exact: true })).toHaveText("$0.21");
      expect(creates).toHaveLength(1);
      expect(await live.simulator.charges()).toEqual([expect.objectContaining({ cost: "0.21" })]);
    });
  }

  test("tabs: the page is reloaded during a create → it is found by its ID, sent once and charged once", async ({
    page,
    live,
  }) => {
    const creates = await generateUnanswered(page, live);
    await page.reload();
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
    expect(creates).toHaveLength(1);
    expect(await live.simulator.charges()).toHaveLength(1);
  });

  test("proxy: the server is killed during a create → it is found by its ID, sent once and charged once", async ({
    page,
    live,
  }) => {
    const creates = await generateUnanswered(page, live);
    await live.studio.kill();
    await expect(page.getByText("Checking whether Kirin received it")).toBeVisible();
    await expect(page.getByRole("button", { name: "Generate again" })).toHaveCount(0);
    await live.studio.restart();
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
    expect(creates).toHaveLength(1);
    expect(await live.simulator.charges()).toHaveLength(1);
  });
});

test.describe("a task ID that is in use", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("submit: Kirin already has a different task with this ID → that task is shown with the differences, and nothing is created", async ({
    page,
    live,
  }) => {
    const prompt = "A lake, static camera";
    await live.simulator.create({ prompt, aspect_ratio: "1:1", external_task_id: "lake-1" });
    await page.goto(live.studio.url);
    await page.getByText("Advanced", { exact: true }).click();
    await page.getByRole("textbox", { name: "Task ID" }).fill("lake-1");
    await generate(page, { prompt });
    expect(await playedClip(page)).toMatchObject({ width: 960, height: 960 });
    await expect(page.getByRole("note")).toContainText(
      "This task differs from your request: aspect ratio.",
    );
    expect(await live.simulator.charges()).toHaveLength(1);
  });
});

test.describe("failing reads", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("poll: reads fail until the task is completed → the last status stays, no failure is shown, and the clip arrives", async ({
    page,
  }) => {
    await page.goto("/");
    await generate(page, { prompt: "A dune, static camera [[slow queue]] [[reads fail]]" });
    await expect(page.getByText("In Kirin's queue")).toBeVisible();
    await expect(page.getByText("The last status check failed")).toBeVisible();
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
  });
});

test.describe("a window without storage", () => {
  test("storage: the window blocks storage, as some private ones do → nothing is sent, and the form says why", async ({
    page,
  }) => {
    const creates = sentCreates(page);
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException("Not in this window.", "SecurityError");
      };
    });
    await page.goto("/");
    await compose(page, { prompt: "A dune" });
    await generateButton(page).click();
    await expect(page.getByRole("alert").filter({ hasText: "nothing was sent" })).toBeVisible();
    await expect(promptBox(page)).toHaveValue("A dune");
    expect(creates).toEqual([]);
  });
});

test.describe("the server stops while the creator types", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("proxy: the server stops while the creator types → every screen still opens, and the draft is kept", async ({
    page,
    ownServer,
  }) => {
    await page.goto(ownServer.url);
    const fetched = Promise.all(
      ["library-screen", "usage-screen", "compare-route"].map((chunk) =>
        page.waitForResponse((response) => response.url().includes(`/assets/${chunk}`)),
      ),
    );
    await compose(page, { prompt: "A dune" });
    // The import resolves once the module and all its imports are loaded.
    for (const response of await fetched) {
      await page.evaluate((url) => import(url), response.url());
    }
    await ownServer.kill();
    for (const [name, heading] of [
      ["Library", /^Library/],
      ["Usage", /^Usage$/],
      ["Compare", /^Nothing to compare yet$/],
      ["Create", /^Compose$/],
    ] as const) {
      await page.getByRole("link", { name, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    }
    await expect(promptBox(page)).toHaveValue("A dune");
  });
});
