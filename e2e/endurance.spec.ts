/** Reloads and server crashes during rendering: the clip still arrives and is charged once. */

import { StudioServer } from "../tests/servers/studio-server.ts";
import { compose, generateButton, playedClip } from "./support/compose.ts";
import { expect, test } from "./support/fixtures.ts";

test("tabs: the page is reloaded during rendering → the clip arrives with its cost", async ({
  page,
}) => {
  await page.goto("/");
  await compose(page, { prompt: "A mountain lake in the morning" });
  await generateButton(page).click();
  await expect(page.getByText("Rendering", { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Cost", { exact: true })).toHaveText("$0.21");
  expect(await playedClip(page)).toMatchObject({ seconds: 5 });
});

test.describe("the server is killed during rendering", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("proxy: the server is killed during rendering and restarted → the clip arrives and is charged once", async ({
    page,
  }) => {
    const server = await StudioServer.start();
    try {
      await page.goto(server.url);
      await compose(page, { prompt: "A desert storm, static camera", mode: "Pro" });
      await generateButton(page).click();
      await expect(page.getByText("Rendering", { exact: true }).first()).toBeVisible();
      await server.killAndRestart();
      await expect(page.getByLabel("Cost", { exact: true })).toHaveText("$0.35");
      expect(await playedClip(page)).toEqual({ width: 1920, height: 1080, seconds: 5 });
      await page.getByRole("link", { name: "Usage", exact: true }).click();
      await expect(page.getByRole("main")).toContainText("$0.35");
      await expect(page.getByRole("main")).not.toContainText("$0.70");
    } finally {
      await server.stop();
    }
  });
});
