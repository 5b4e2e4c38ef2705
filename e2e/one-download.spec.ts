/** A clip is downloaded once per browser, and plays while it arrives. */
import type { BrowserContext, Page, Request } from "@playwright/test";
import { details, generate, playedClip, playToTheEnd, video } from "./support/compose.ts";
import { expect, test } from "./support/fixtures.ts";

const SAVED = /^Saved on this device\./;
/** About a tenth of a clip per second. */
const SLOW_BYTES_PER_S = 200_000;

/** Records every request for bytes of a clip: by the player, by thumbnails and by background work. */
function clipRequests(context: BrowserContext): Request[] {
  const requests: Request[] = [];
  context.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith("/clips/0")) requests.push(request);
  });
  return requests;
}

/** Limits what a page receives. Returns a function that lifts the limit. */
async function slowDown(page: Page): Promise<() => Promise<unknown>> {
  const session = await page.context().newCDPSession(page);
  const limit = (downloadThroughput: number) =>
    session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 0,
      downloadThroughput,
      uploadThroughput: -1,
    });
  await session.send("Network.enable");
  await limit(SLOW_BYTES_PER_S);
  return () => limit(-1);
}

async function readyState(page: Page): Promise<number> {
  const shown = video(page);
  if ((await shown.count()) === 0) return 0;
  return shown.evaluate((element: HTMLVideoElement) => element.readyState);
}

function currentTime(page: Page): Promise<number> {
  return video(page).evaluate((element: HTMLVideoElement) => element.currentTime);
}

test("the player, the library and a later visit share one download", async ({ page, context }) => {
  const requests = clipRequests(context);
  await page.goto("/");
  await generate(page, { prompt: "A pine forest in the rain" });
  // On a fast connection the clip could be saved before anything else asks for it.
  const liftLimit = await slowDown(page);
  expect(await playedClip(page)).toEqual({ width: 1280, height: 720, seconds: 5 });
  await expect(details(page).getByText(SAVED)).toBeVisible();
  await liftLimit();
  await playToTheEnd(page);
  await page.getByRole("link", { name: "Library", exact: true }).click();
  await expect(page.getByRole("article").locator("img")).toHaveJSProperty("naturalWidth", 480);
  await page.goBack();
  await page.reload();
  await playedClip(page);
  await expect(
    page.getByRole("region", { name: "Player" }).getByText("Frame 1 of 120"),
  ).toBeVisible();
  expect(requests).toHaveLength(1);
});

test("a clip on a slow connection plays before all of it has arrived", async ({
  page,
  context,
}) => {
  const requests = clipRequests(context);
  let isFinished = false;
  page.on("requestfinished", (request) => {
    if (requests.includes(request)) isFinished = true;
  });
  await page.goto("/");
  await generate(page, { prompt: "Surf on a beach", mode: "Pro", sound: true });
  const liftLimit = await slowDown(page);
  await expect.poll(() => readyState(page)).toBeGreaterThanOrEqual(2);
  // It plays by itself.
  await expect.poll(() => currentTime(page)).toBeGreaterThan(0.2);
  expect(isFinished).toBe(false);
  await expect(
    page.getByRole("region", { name: "Player" }).getByText(/^Frame \d+ of 120$/),
  ).toBeAttached();

  await liftLimit();
  await expect(details(page).getByText(SAVED)).toBeVisible();
  await playToTheEnd(page);
  expect(requests).toHaveLength(1);
});

test("two tabs share one download, though the one that shows the clip doesn't lead", async ({
  page: leader,
  context,
  ownServer,
}) => {
  const requests = clipRequests(context);
  await leader.goto(ownServer.url);
  await generate(leader, { prompt: "A river without end [[never ends]]" });
  await expect(leader.getByText("Rendering", { exact: true })).toBeVisible();
  const viewer = await context.newPage();
  const reads: Request[] = [];
  viewer.on("request", (request) => {
    if (/\/api\/generations\/[^/]+$/.test(request.url())) reads.push(request);
  });
  await viewer.goto(ownServer.url);
  await generate(viewer, { prompt: "A desert at dusk, static camera" });
  await Promise.all([slowDown(leader), slowDown(viewer)]);
  await playedClip(viewer);
  await expect(details(viewer).getByText(SAVED)).toBeVisible();
  await playToTheEnd(viewer);
  await expect(leader.locator("nav video")).toHaveJSProperty("videoWidth", 1280);
  expect(reads).toEqual([]);
  expect(requests).toHaveLength(1);
});
