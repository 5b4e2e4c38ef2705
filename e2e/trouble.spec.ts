/** Trouble on the way: nothing is called a failure that is none, nothing is sent twice, nothing is paid twice. */
import { compose, generate, generateButton, playedClip, promptBox } from "./support/compose.ts";
import { sentCreates } from "./support/creates.ts";
import { expect, test } from "./support/fixtures.ts";
import type { SimulatorServer } from "./support/simulator-server.ts";

/** Waits until Kirin has what the studio says it sends: before that it may be on its way to nowhere. */
async function expectTaken(simulator: SimulatorServer, url: string): Promise<void> {
  await expect.poll(() => simulator.has(url.split("/").at(-1) ?? "")).toBe(true);
}

test.describe("the network goes", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("poll: the network goes while a clip is made, and comes back → no failure is claimed, and the clip arrives", async ({
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

  test("submit: the create never reaches Kirin, and nobody says so → looked for, and sent again under its id by a press, once it is known to be nowhere", async ({
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
    // Twice the time that the proxy waits for Kirin: later than that, nothing can still be on its way.
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

test.describe("nobody answers the create", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  for (const words of ["[[http reset]]", "[[http 500 created]]"]) {
    test(`submit: nobody answers a create that Kirin took → found by its id, sent once and charged once (${words})`, async ({
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

  test("tabs: the page is reloaded while its create is on the way → found by its id, sent once and charged once", async ({
    page,
    live,
  }) => {
    const creates = sentCreates(page);
    await page.goto(live.studio.url);
    const url = await generate(page, { prompt: "A lighthouse, static camera [[http timeout]]" });
    await expect(page.getByText("Sending to Kirin")).toBeVisible();
    await expectTaken(live.simulator, url);
    await page.reload();
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
    expect(creates).toHaveLength(1);
    expect(await live.simulator.charges()).toHaveLength(1);
  });

  test("proxy: the studio's server is killed while a create is on the way → found by its id, sent once and charged once", async ({
    page,
    live,
  }) => {
    const creates = sentCreates(page);
    await page.goto(live.studio.url);
    const url = await generate(page, { prompt: "A lighthouse, static camera [[http timeout]]" });
    await expect(page.getByText("Sending to Kirin")).toBeVisible();
    await expectTaken(live.simulator, url);
    await live.studio.crash();
    await expect(page.getByText("Checking whether Kirin received it")).toBeVisible();
    await expect(page.getByRole("button", { name: "Generate again" })).toHaveCount(0);
    await live.studio.comeBack();
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
    expect(creates).toHaveLength(1);
    expect(await live.simulator.charges()).toHaveLength(1);
  });
});

test.describe("the id was used before", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("submit: the id is used at Kirin for something else → that task is shown, with what differs; nothing is made twice", async ({
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

test.describe("reads fail", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("poll: reads fail until the task has ended → the last word stays, no failure is claimed, the clip arrives", async ({
    page,
  }) => {
    await page.goto("/");
    await generate(page, { prompt: "A dune, static camera [[slow queue]] [[reads fail]]" });
    await expect(page.getByText("In Kirin's queue")).toBeVisible();
    await expect(page.getByText("The last status check failed")).toBeVisible();
    expect(await playedClip(page)).toMatchObject({ seconds: 5 });
  });
});

test.describe("the browser keeps nothing", () => {
  test("storage: the window lets nothing be kept, as some private ones → nothing is sent, and the form says why", async ({
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

test.describe("the server goes while somebody writes", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("proxy: the server goes while somebody writes → every screen still opens, and the draft stays", async ({
    page,
    ownServer,
  }) => {
    await page.goto(ownServer.url);
    const fetched = Promise.all(
      ["library-screen", "usage-screen", "compare-room"].map((chunk) =>
        page.waitForResponse((response) => response.url().includes(`/assets/${chunk}`)),
      ),
    );
    await compose(page, { prompt: "A dune" });
    // An import resolves once the module and everything it imports are there.
    for (const response of await fetched) {
      await page.evaluate((url) => import(url), response.url());
    }
    await ownServer.crash();
    for (const name of ["Library", "Usage", "Compare", "Create"]) {
      await page.getByRole("link", { name, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    }
    await expect(page.getByText("This screen couldn't be loaded")).toHaveCount(0);
    await expect(promptBox(page)).toHaveValue("A dune");
  });
});
