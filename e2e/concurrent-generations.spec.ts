/** Several generations at once: they are independent, and tracking is all that can be stopped. */
import {
  announcement,
  details,
  failureCode,
  generate,
  playedClip,
  promptBox,
  video,
} from "./support/compose.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

test("poll: a task never completes, and its progress stands still → others complete meanwhile, and tracking stops and resumes on request", async ({
  page,
  ownServer,
}) => {
  /** The IDs of tasks that the page reads, in order. */
  const reads: string[] = [];
  page.on("request", (request) => {
    const id = /\/api\/generations\/([^/]+)$/.exec(request.url())?.[1];
    if (id !== undefined) reads.push(id);
  });
  await page.goto(ownServer.url);
  const endless = await generate(page, { prompt: "A river without end [[never ends]]" });
  await expect(page.getByText("Rendering", { exact: true })).toBeVisible();
  await expect.poll(() => reads.some((id) => id.startsWith("task-"))).toBe(true);
  const endlessIds = new Set([...reads, endless.split("/").at(-1) ?? ""]);

  const failed = await generate(page, { prompt: "A quiet lake [[fail 002014095]]" });
  await expect(failureCode(page)).toHaveText("002014095");

  await generate(page, { prompt: "A meadow at noon, static camera" });
  expect(await playedClip(page)).toMatchObject({ seconds: 5 });

  await page.goto(endless);
  await expect(page.getByText("Rendering", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Stop tracking" }).click();
  const stage = page.getByRole("region", { name: "Stage" });
  await expect(stage).toContainText(
    "Kirin keeps rendering, and charges for the clip when it's done.",
  );
  await page.reload();
  reads.length = 0;
  await expect(page.getByRole("button", { name: "Resume tracking" })).toBeVisible();
  // Another generation is polled from start to end meanwhile, so the tab had time to read this one too.
  await generate(page, { prompt: "A pond [[fail 002014096]]" });
  await expect(failureCode(page)).toHaveText("002014096");
  await page.goto(failed);
  await expect(failureCode(page)).toHaveText("002014095");
  await page.goto(endless);
  expect(reads).not.toEqual([]);
  expect(reads.filter((id) => endlessIds.has(id))).toEqual([]);
  const read = page.waitForResponse((response) => response.url().includes("/api/generations/"));
  await page.getByRole("button", { name: "Resume tracking" }).click();
  await read;
  await expect(page.getByText("updated just now")).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop tracking" })).toBeVisible();

  await page.getByRole("link", { name: "Library", exact: true }).click();
  const cards = page.getByRole("main").getByRole("gridcell");
  await expect(cards).toHaveText([
    /A pond/,
    /A meadow at noon/,
    /A quiet lake/,
    /A river without end/,
  ]);
});

test("shows the same in two tabs, and continues in one after the other is closed", async ({
  page,
  context,
}) => {
  await page.goto("/");
  const other = await context.newPage();
  await other.goto("/library");
  await expect(other.getByText("No clips yet")).toBeVisible();
  const url = await generate(page, { prompt: "A forest path, static camera" });
  await expect(other.getByRole("main")).toContainText("A forest path");
  // Wait for the response, because closing the page during the create would test another case.
  await expect(page.getByRole("button", { name: "Stop tracking" })).toBeVisible();
  await page.close();
  // The tab that submitted it is closed. This one has been open all along.
  await expect(announcement(other, /^Clip ready: A forest path/)).toBeAttached();
  await other.goto(url);
  await playedClip(other);
  await expect(details(other).getByLabel("Cost", { exact: true })).toHaveText("$0.21");
  await expect(video(other)).toHaveCount(1);
  await expect(promptBox(other)).toHaveValue("A forest path, static camera");
});
