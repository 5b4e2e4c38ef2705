/** What the creator can do with a generation afterwards. */
import { beforeEach, describe, expect, test } from "vitest";
import {
  aCompletedEntry,
  aGeneration,
  aHeldEntry,
  aHold,
  anEntryIn,
  aPreparedEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { domFault } from "#studio/testing/memory-library.ts";
import { openPage } from "#studio/testing/page.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});

const settle = () => page.time.advance(0);

const nothingDone = { ok: true, ids: ["entry-1"], isEarlier: true };

describe("what waits in the queue", () => {
  const hour = { reason: "balance", retryAt: atSecond(500) } as const;

  test("can be taken back, and nothing is sent", async () => {
    await page.keep(aHeldEntry({ hold: aHold(hour) }));
    page.time.nowMs += 3000;
    expect(await page.actions.withdraw("entry-1")).toEqual({ ...nothingDone, isEarlier: false });
    expect(page.row("entry-1")).toMatchObject({ phase: "withdrawn", endedAt: atSecond(3) });
    expect(page.disk.strictness).toEqual([true]);
    await page.time.advance(600_000);
    expect(page.creates).toEqual([]);
  });

  test("tabs: one tab withdraws what another has just sent → it has left, and is not called withdrawn", async () => {
    await page.keep(aPreparedEntry());
    page.disk.rows.set("entry-1", anEntryIn("sending"));
    expect(await page.actions.withdraw("entry-1")).toEqual(nothingDone);
    expect(page.library.get("entry-1")?.phase).toBe("sending");
  });

  test("says so if it cannot be taken back on the disk", async () => {
    await page.keep(aHeldEntry({ hold: aHold(hour) }));
    page.disk.fault = domFault("QuotaExceededError");
    expect(await page.actions.withdraw("entry-1")).toMatchObject({
      ok: false,
      problem: { code: "storage-full", outcome: "not-sent" },
    });
    expect(page.library.get("entry-1")?.phase).toBe("held");
  });

  test("lets those behind it go, when it is taken back", async () => {
    const slots = { reason: "slots", retryAt: atSecond(500) } as const;
    await page.keep(
      aHeldEntry({ id: "a", hold: aHold(slots) }),
      aPreparedEntry({ id: "b", queuedAt: atSecond(1) }),
    );
    await page.actions.withdraw("a");
    await settle();
    expect(page.sentIds()).toEqual(["b"]);
  });

  test("changes places with its neighbour", async () => {
    await page.keep(
      aHeldEntry({ id: "a", queuedAt: atSecond(1), hold: aHold(hour) }),
      aHeldEntry({ id: "b", queuedAt: atSecond(2), hold: aHold(hour) }),
      aHeldEntry({ id: "c", queuedAt: atSecond(3), hold: aHold(hour) }),
    );
    const order = () =>
      [...page.disk.rows.values()]
        .sort((one, other) => (one.queuedAt < other.queuedAt ? -1 : 1))
        .map(({ id }) => id);
    await page.actions.move("c", "earlier");
    expect(order()).toEqual(["a", "c", "b"]);
    await page.actions.move("a", "later");
    expect(order()).toEqual(["c", "a", "b"]);
    await page.actions.move("c", "earlier");
    expect(order()).toEqual(["c", "a", "b"]);
    page.disk.fault = domFault("UnknownError");
    expect(await page.actions.move("c", "later")).toMatchObject({ ok: false });
    expect(order()).toEqual(["c", "a", "b"]);
  });

  test("is tried now at the creator's word, unless Kirin named a time", async () => {
    await page.keep(
      aHeldEntry({ id: "a", hold: aHold(hour) }),
      aHeldEntry({ id: "b", hold: aHold({ ...hour, reason: "pace", isAsked: true }) }),
    );
    await page.actions.tryNow("b");
    await settle();
    expect(page.creates).toEqual([]);
    await page.actions.tryNow("a");
    await settle();
    expect(page.sentIds()).toEqual(["a"]);
  });
});

describe("asking Kirin now", () => {
  test("adopts the task that is found", async () => {
    await page.keep(anEntryIn("unknown", { externalTaskId: "mine" }));
    const found = aGeneration({ externalTaskId: "mine" });
    page.readGeneration.mockResolvedValue({ ok: true, value: found });
    await page.actions.recheck("entry-1");
    expect(page.readGeneration).toHaveBeenCalledExactlyOnceWith("mine", undefined);
    expect(page.row("entry-1")).toMatchObject({
      phase: "waiting",
      problem: null,
      generation: found,
    });
  });

  test("knows a task that never arrived by the proxy's own time-out", async () => {
    await page.keep(anEntryIn("unknown"));
    const problem = aProblem("task-not-found");
    page.readGeneration.mockResolvedValue({ ok: false, problem });
    for (const seconds of [59, 59.999, 60]) {
      expect(page.row("entry-1")?.phase).toBe("unknown");
      page.time.nowMs = Date.parse(atSecond(seconds));
      await page.actions.recheck("entry-1");
    }
    expect(page.row("entry-1")?.phase).toBe("never-arrived");
  });

  test("asks nothing while the server is away, and nothing about nothing", async () => {
    await page.keep(anEntryIn("unknown"));
    await page.actions.recheck("none");
    page.readConfig.mockResolvedValue({ ok: false, problem: aProblem("internal-error") });
    await page.actions.recheck("entry-1");
    expect(page.readGeneration).not.toHaveBeenCalled();
  });
});

describe("watching", () => {
  test("stops and starts at the creator's word, and then Kirin is asked", async () => {
    await page.keep(aWatchedEntry());
    page.readGeneration.mockResolvedValue({ ok: false, problem: aProblem("upstream-timeout") });
    await page.actions.stopWatching("entry-1");
    expect(page.row("entry-1")?.isWatched).toBe(false);
    expect(page.readGeneration).not.toHaveBeenCalled();
    await page.actions.watchAgain("entry-1");
    expect(page.row("entry-1")?.isWatched).toBe(true);
    expect(page.readGeneration).toHaveBeenCalledOnce();
  });

  test("an end is seen once", async () => {
    await page.keep(aCompletedEntry());
    page.time.nowMs += 100_000;
    await page.actions.markSeen("entry-1");
    expect(page.row("entry-1")?.seenAt).toBe(atSecond(100));
  });
});
