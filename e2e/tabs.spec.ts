/** Several tabs of one browser: one is the leader, all show the same state, and a lost leader is replaced. */
import type { CDPSession, Page } from "@playwright/test";
import { announcement, generate, playedClip } from "./support/compose.ts";
import { expect, STILL, test } from "./support/fixtures.ts";

test.use(STILL);

const ENDLESS = "A river without end [[never ends]]";

/** Counts a page's status reads. */
function countReads(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (isRead(request.url())) count += 1;
  });
  return () => count;
}

function isRead(url: string): boolean {
  return /\/api\/generations\/[^/]+$/.test(url);
}

function nextRead(page: Page): Promise<unknown> {
  return page.waitForRequest((request) => isRead(request.url()));
}

/** Opens a generation that never ends in a first tab, then in more tabs. Returns the later tabs. */
async function openTabs(first: Page, url: string, others: number) {
  await first.goto(url);
  const address = await generate(first, { prompt: ENDLESS });
  await expect(first.getByText("Rendering", { exact: true })).toBeVisible();
  const followers: Page[] = [];
  for (let count = 0; count < others; count += 1) {
    const page = await first.context().newPage();
    await page.goto(address);
    await expect(page.getByText("Rendering", { exact: true })).toBeVisible();
    followers.push(page);
  }
  return followers;
}

/** A DevTools session, to crash or pause the page. */
function inspect(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

test("only one of three tabs polls, and all show the result", async ({ page, ownServer }) => {
  const [second, third] = await openTabs(page, ownServer.url, 2);
  if (!second || !third) throw new Error("There are no other tabs.");
  const reads = [second, third].map(countReads);
  await nextRead(page);
  await nextRead(page);
  for (const follower of [second, third]) {
    await expect(follower.getByText("updated just now")).toBeVisible();
  }
  expect(reads.map((count) => count())).toEqual([0, 0]);
});

test("tabs: the leader tab is closed → another tab takes over polling", async ({
  page,
  ownServer,
}) => {
  const [second] = await openTabs(page, ownServer.url, 1);
  if (!second) throw new Error("There is no other tab.");
  const reads = countReads(second);
  await nextRead(page);
  await nextRead(page);
  expect(reads()).toBe(0);
  const read = nextRead(second);
  await page.close();
  await read;
});

test("tabs: the leader tab's process crashes → another tab takes over polling", async ({
  page,
  ownServer,
}) => {
  const [second] = await openTabs(page, ownServer.url, 1);
  if (!second) throw new Error("There is no other tab.");
  const inspector = await inspect(page);
  const crashed = page.waitForEvent("crash");
  const reads = countReads(second);
  await nextRead(page);
  await nextRead(page);
  expect(reads()).toBe(0);
  const read = nextRead(second);
  // This call never resolves, because the page is gone.
  inspector.send("Page.crash").catch(() => {});
  await crashed;
  await read;
});

test("tabs: the leader tab hangs while holding the lock → another tab steals the lock and keeps it", async ({
  page,
  ownServer,
}) => {
  const [second] = await openTabs(page, ownServer.url, 1);
  if (!second) throw new Error("There is no other tab.");
  // A page paused in its script behaves like a frozen one, without a freeze event.
  const inspector = await inspect(page);
  await inspector.send("Debugger.enable");
  const paused = new Promise((resolve) => inspector.once("Debugger.paused", resolve));
  await inspector.send("Debugger.pause");
  await paused;
  await nextRead(second);

  const oldReads = countReads(page);
  await inspector.send("Debugger.resume");
  await inspector.send("Debugger.disable");
  await expect(page.getByText("updated just now")).toBeVisible();
  // A timer that was already due may have fired before the page learned that it lost the lock.
  const before = oldReads();
  await nextRead(second);
  await nextRead(second);
  expect(oldReads()).toBe(before);
});

test("counts unseen results in every tab's title until they are opened", async ({
  page,
  context,
}) => {
  await page.goto("/");
  const other = await context.newPage();
  await other.goto("/usage");
  await generate(page, { prompt: "A lighthouse at noon, static camera" });
  await page.getByRole("link", { name: "Library", exact: true }).click();
  await expect(announcement(page, /^Clip ready: A lighthouse/)).toBeAttached();
  await expect(page).toHaveTitle(/^\(1\) Library/);
  await expect(other).toHaveTitle(/^\(1\) Usage/);
  await page.getByRole("link", { name: /^New A lighthouse/ }).click();
  await playedClip(page);
  await expect(page).toHaveTitle(/^A lighthouse at noon/);
  await expect(other).toHaveTitle(/^Usage/);
  await page.getByRole("link", { name: "Library", exact: true }).click();
  await expect(page.getByRole("article").getByText("New", { exact: true })).toHaveCount(0);
});
