/** Which tab sends the queue, and when. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  aCompletedEntry,
  aHeldEntry,
  aHold,
  aPreparedEntry,
  atSecond,
  aWatchedEntry,
  LIVE_CONFIG,
} from "#studio/testing/fixtures.ts";
import { openPage } from "#studio/testing/page.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});

const fresh = (id: string, second = 0) => aPreparedEntry({ id, queuedAt: atSecond(second) });
const held = (id: string, hold: Parameters<typeof aHold>[0], second = 0) =>
  aHeldEntry({ id, queuedAt: atSecond(second), hold: aHold(hold) });
const keyless = () =>
  page.readConfig.mockResolvedValue({ ok: true, value: { ...LIVE_CONFIG, hasKey: false } });

describe("the leading tab", () => {
  test("is the only one that sets a timer", async () => {
    page.disk.put(held("a", { reason: "balance", retryAt: atSecond(60) }));
    await page.dispatcher.send();
    expect(page.time.pending).toBe(0);
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    expect(page.time.pending).toBe(1);
    stop();
    await page.dispatcher.send();
    expect(page.time.pending).toBe(0);
    await page.time.advance(120_000);
    expect(page.creates).toEqual([]);
  });

  test("plans once per change of the queue, and not for other changes", async () => {
    page.disk.put(aWatchedEntry({ id: "x" }), fresh("a"), fresh("b", 1));
    await page.library.load();
    const load = vi.spyOn(page.library, "load");
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    expect(page.sentIds()).toEqual(["a", "b"]);
    expect(load).toHaveBeenCalledTimes(1);
    await page.library.update("x", () => aCompletedEntry({ id: "x" }));
    await page.time.advance(0);
    expect(load).toHaveBeenCalledTimes(1);
    stop();
  });

  test("wakes in time, with one timer at most", async () => {
    page.disk.put(held("a", { reason: "balance", retryAt: atSecond(60) }));
    const stop = page.dispatcher.lead();
    for (let turn = 0; turn < 3; turn += 1) await page.dispatcher.send();
    expect(page.time.pending).toBe(1);
    await page.time.advance(59_999);
    expect(page.creates).toEqual([]);
    await page.time.advance(1);
    expect(page.sentIds()).toEqual(["a"]);
    stop();
  });

  test("tabs: a tab is closed after its submit was written and before it was sent → the leading tab sends it", async () => {
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    const other = openPage(page.disk, page.time);
    await other.library.load();
    await other.library.add([fresh("a")]);
    await page.time.advance(0);
    expect(page.sentIds()).toEqual(["a"]);
    stop();
    await other.library.add([fresh("b", 1)]);
    await page.time.advance(0);
    expect(page.sentIds()).toEqual(["a"]);
  });

  test("has no timer while the queue is empty", async () => {
    page.disk.put(aWatchedEntry(), held("a", { reason: "balance", retryAt: atSecond(60) }));
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    await page.generations.cancel("a");
    await page.time.advance(0);
    expect(page.time.pending).toBe(0);
    expect(page.readConfig).not.toHaveBeenCalled();
    stop();
  });

  test("wakes at most five times a second", async () => {
    page.disk.put(held("a", { reason: "balance", retryAt: atSecond(0.05) }));
    const stop = page.dispatcher.lead();
    await page.time.advance(199);
    expect(page.creates).toEqual([]);
    await page.time.advance(1);
    expect(page.creates).toHaveLength(1);
    stop();
  });
});

describe("when the creator returns", () => {
  test("retries at once what the creator may have fixed, but not what depends on Kirin's load", async () => {
    const hour = { retryAt: atSecond(500) };
    page.disk.put(
      held("balance", { reason: "balance", ...hour }),
      held("asked", { reason: "kirin-away", isAsked: true, ...hour }, 1),
      held("slots", { reason: "slots", ...hour }, 2),
    );
    await page.dispatcher.sendAfterReturn();
    expect(page.sentIds()).toEqual(["balance"]);
    expect(page.row("asked")?.hold?.retryAt).toBe(atSecond(500));
    expect(page.row("slots")?.hold?.retryAt).toBe(atSecond(500));
  });

  test("asks the server again", async () => {
    page.disk.put(fresh("a"));
    await page.dispatcher.send();
    keyless();
    await page.library.add([fresh("b", 1)]);
    await page.dispatcher.sendAfterReturn();
    expect(page.row("b")?.hold?.reason).toBe("no-key");
  });
});
