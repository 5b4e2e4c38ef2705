/** The details of a clip: cost, request, file, and reusing its settings. */
import { open } from "node:fs/promises";
import {
  compose,
  details,
  generate,
  playedClip,
  promptBox,
  sentRequest,
} from "./support/compose.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

test("shows the sent request, times and IDs, and reuses the settings with undo", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  const url = await generate(page, {
    prompt: "A bridge in the fog, static camera",
    negativePrompt: "cars",
    ratio: "1:1",
    watermark: true,
  });
  await playedClip(page);
  await expect(details(page).getByLabel("Cost", { exact: true })).toHaveText("$0.21");
  await expect(await sentRequest(page)).toContainText(/prompt\s*A bridge in the fog/);
  await expect(await sentRequest(page)).toContainText(/negative_prompt\s*cars/);
  await expect(await sentRequest(page)).toContainText(/watermark_info\s*enabled\s*true/);
  for (const name of ["Time in queue", "Rendering time", "Total time"])
    await expect(details(page).getByText(name, { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Copy studio task ID" }).click();
  const id = new URL(url).pathname.split("/").at(-1);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toBe(id);
  await page.getByRole("button", { name: "Copy request" }).click();
  await expect.poll(copied).not.toBe(id);
  expect(JSON.parse(await copied())).toMatchObject({
    model: "kirin_v2_6_t2v",
    input: [{ params: { external_task_id: id, duration: "5", aspect_ratio: "1:1" } }],
  });

  await compose(page, { prompt: "Something else", ratio: "9:16", watermark: false });
  await page.getByRole("button", { name: "Reuse everything" }).click();
  await expect(promptBox(page)).toHaveValue("A bridge in the fog, static camera");
  await expect(page.getByRole("textbox", { name: "Negative prompt" })).toHaveValue("cars");
  await expect(page.getByRole("radio", { name: "1:1", exact: true })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Watermark" })).toBeChecked();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(promptBox(page)).toHaveValue("Something else");
  await expect(page.getByRole("radio", { name: "9:16", exact: true })).toBeChecked();
  await page.reload();
  await expect(promptBox(page)).toHaveValue("Something else");
});

test("downloads the clip byte for byte under a readable name", async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto("/");
  const url = await generate(page, { prompt: "雪の中の狐 / a fox: “in snow”?, static camera" });
  await playedClip(page);
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download", exact: true }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(
    /^雪の中の狐-fox-in-snow-static-camera_std_16x9_\d{4}-\d\d-\d\d\.mp4$/,
  );
  const file = await open(await download.path());
  const saved = await file.readFile();
  await file.close();
  const id = new URL(url).pathname.split("/").at(-1);
  const clip = await request.get(`${baseURL}/api/generations/${id}/clips/0`);
  expect(saved.equals(await clip.body())).toBe(true);
});
