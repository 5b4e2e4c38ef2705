/** How one create is sent, and what its response changes. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  aHeldEntry,
  aHold,
  aPreparedEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import { domFault } from "#studio/testing/memory-library.ts";
import { openPage } from "#studio/testing/page.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});

const fresh = (id: string, second = 0) => aPreparedEntry({ id, queuedAt: atSecond(second) });

describe("a create", () => {
  test("is sent after its row was claimed on disk, with the request from that row", async () => {
    page.disk.put(fresh("a"));
    page.time.nowMs += 1000;
    await page.dispatcher.send();
    expect(page.creates).toHaveLength(1);
    expect(page.creates[0]?.body).toEqual(fresh("a").request);
    expect(page.creates[0]?.row).toEqual({
      ...fresh("a"),
      phase: "sending",
      attempts: 1,
      sentAt: atSecond(1),
    });
    expect(page.disk.strictness).toEqual([true]);
    expect(page.deps.sending.getState()).toEqual(["a"]);
  });

  test("storage: the device is full when a create is claimed → it is not sent", async () => {
    page.disk.put(fresh("a"), fresh("b", 1));
    await page.library.load();
    page.disk.fault = domFault("QuotaExceededError");
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
    expect(page.deps.sending.getState()).toEqual([]);
    page.disk.fault = null;
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["a", "b"]);
  });

  test("storage: the library cannot be written for a while → the queue is sent once it can be written", async () => {
    page.disk.put(fresh("a"));
    await page.library.load();
    page.disk.fault = domFault("QuotaExceededError");
    const stop = page.dispatcher.lead();
    await page.time.advance(0);
    page.disk.fault = null;
    await page.time.advance(4999);
    expect(page.creates).toEqual([]);
    await page.time.advance(1);
    expect(page.sentIds()).toEqual(["a"]);
    stop();
  });

  test("tabs: two tabs send the same queue at the same time → each create is sent once", async () => {
    page.disk.put(fresh("a"), fresh("b", 1), fresh("c", 2));
    const other = openPage(page.disk, page.time);
    await Promise.all([page.dispatcher.send(), other.dispatcher.send()]);
    expect([...page.sentIds(), ...other.sentIds()].sort()).toEqual(["a", "b", "c"]);
  });

  test("is left to the tab that claimed it, even if this tab has not heard of the claim", async () => {
    page.disk.put(fresh("a"), fresh("b", 1));
    await page.library.load();
    const theirs = { ...fresh("a"), phase: "sending", attempts: 1, sentAt: NOON } as const;
    page.disk.put(theirs);
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["b"]);
    expect(page.row("a")).toEqual(theirs);
    expect(page.deps.sending.getState()).toEqual(["b"]);
  });

  test("is not sent if another tab cancelled it, even if this tab has not heard of that", async () => {
    page.disk.put(fresh("a"));
    await page.library.load();
    page.disk.put({ ...fresh("a"), phase: "withdrawn", endedAt: NOON });
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
    expect(page.deps.sending.getState()).toEqual([]);
  });

  test("waits until the time that Kirin set for another tab that tried it meanwhile", async () => {
    page.disk.put(fresh("a"));
    await page.library.load();
    const tried = aHeldEntry({ id: "a", hold: aHold({ retryAt: atSecond(60), isAsked: true }) });
    page.disk.put(tried);
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
    expect(page.row("a")).toEqual(tried);
    expect(page.library.get("a")).toEqual(tried);
  });

  test("does not count as being sent if its claim fails just before sending", async () => {
    page.disk.put(fresh("a"));
    vi.spyOn(page.library, "commit").mockImplementationOnce(async (_id, change) => {
      change(fresh("a"));
      return { ok: false, problem: aProblem("internal-error") };
    });
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
    expect(page.deps.sending.getState()).toEqual([]);
  });

  test("waits while three others are in flight, because the browser has few connections", async () => {
    page.disk.put(fresh("d", 4), fresh("b", 2), fresh("a", 1), fresh("c", 3));
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["a", "b", "c"]);
    await page.creates[1]?.accept();
    expect(page.sentIds()).toEqual(["a", "b", "c", "d"]);
    expect(page.deps.sending.getState()).toEqual(["a", "c", "d"]);
  });

  test("is sent if it is added while others are being claimed", async () => {
    page.disk.put(fresh("a"));
    const first = page.dispatcher.send();
    await page.library.add([fresh("b", 1)]);
    await page.dispatcher.send();
    await first;
    expect(page.sentIds()).toEqual(["a", "b"]);
  });
});

describe("a claim that took too long", () => {
  /** A disk that takes so long for the next change. */
  function slowDisk(ms: number): void {
    page.disk.slowness = new Promise((resolve) => {
      page.time.setTimer(() => {
        page.disk.slowness = null;
        resolve();
      }, ms);
    });
  }

  test("clock: the tab slept between claiming a create and sending it → the old claim is released, and the create is sent on a new one", async () => {
    page.disk.put(fresh("a"));
    slowDisk(10_001);
    const sent = page.dispatcher.send();
    await page.time.advance(10_001);
    await sent;
    expect(page.creates).toHaveLength(1);
    expect(page.row("a")).toMatchObject({
      phase: "sending",
      attempts: 2,
      sentAt: atSecond(10.001),
    });
    expect(page.deps.sending.getState()).toEqual(["a"]);
  });

  test("is released even if another tab has looked for the task meanwhile", async () => {
    page.disk.put(fresh("a"));
    await page.library.load();
    const { commit } = page.library;
    vi.spyOn(page.library, "commit").mockImplementationOnce(async (id, change) => {
      const claimed = await commit(id, change);
      page.time.nowMs += 10_001;
      page.disk.rows.set(id, { ...fresh("a"), phase: "unknown", attempts: 1, sentAt: NOON });
      return claimed;
    });
    await page.dispatcher.send();
    expect(page.creates).toHaveLength(1);
    expect(page.row("a")).toMatchObject({ phase: "sending", attempts: 2 });
  });

  test("is used up to ten seconds", async () => {
    page.disk.put(fresh("a"));
    slowDisk(10_000);
    const sent = page.dispatcher.send();
    await page.time.advance(10_000);
    await sent;
    expect(page.row("a")).toMatchObject({ phase: "sending", attempts: 1, sentAt: NOON });
    expect(page.creates).toHaveLength(1);
  });
});

describe("the response to a create", () => {
  beforeEach(async () => {
    page.disk.put(fresh("a"));
    await page.dispatcher.send();
  });

  test("is written to disk and completes the create", async () => {
    page.time.nowMs += 2000;
    await page.creates[0]?.accept();
    expect(page.row("a")).toMatchObject({
      phase: "accepted",
      acceptedAt: atSecond(2),
      unendedAt: NOON,
      generation: { id: "kirin-a" },
    });
    expect(page.deps.sending.getState()).toEqual([]);
  });

  test.each([
    ["refused", "refused"],
    ["not-sent", "refused"],
    ["unknown", "unknown"],
  ] as const)(
    "changes the entry with outcome %s to %s, and nothing is repeated",
    async (outcome, phase) => {
      const problem = aProblem("upstream-error", { outcome });
      await page.creates[0]?.fail(problem);
      expect(page.row("a")).toMatchObject({ phase, problem });
      await page.time.advance(3_600_000);
      expect(page.creates).toHaveLength(1);
      expect(page.deps.sending.getState()).toEqual([]);
    },
  );

  test("submit: a create is answered with another task → it is not adopted, and the task is looked up by its id", async () => {
    await page.creates[0]?.accept({ externalTaskId: "other" });
    expect(page.row("a")).toMatchObject({ phase: "unknown", generation: null });
  });

  test("counts even if the task was looked up meanwhile", async () => {
    await page.library.update("a", (entry) => ({ ...entry, phase: "unknown" }));
    await page.creates[0]?.fail(aProblem("upstream-refused", { outcome: "refused" }));
    expect(page.row("a")?.phase).toBe("refused");
  });

  test("is ignored if a later create was sent", async () => {
    await page.library.update("a", (entry) => ({ ...entry, attempts: 2 }));
    await page.creates[0]?.fail(aProblem("upstream-refused", { outcome: "refused" }));
    expect(page.row("a")?.phase).toBe("sending");
  });

  test("is shown even if it cannot be written", async () => {
    page.disk.fault = domFault("QuotaExceededError");
    await page.creates[0]?.accept();
    expect(page.library.get("a")?.phase).toBe("accepted");
    expect(page.row("a")?.phase).toBe("sending");
  });
});

test("retries entries that were held for the balance, the key or Kirin once Kirin accepts a create", async () => {
  const minute = { retryAt: atSecond(60) };
  page.disk.put(
    aHeldEntry({ id: "a", queuedAt: atSecond(1), hold: aHold({ reason: "balance", ...minute }) }),
    aHeldEntry({ id: "b", queuedAt: atSecond(2), hold: aHold({ reason: "balance", ...minute }) }),
    aHeldEntry({
      id: "asked",
      queuedAt: atSecond(3),
      hold: aHold({ reason: "kirin-away", ...minute, isAsked: true }),
    }),
    aWatchedEntry({ id: "x" }),
    fresh("new", 9),
  );
  await page.dispatcher.send();
  expect(page.sentIds()).toEqual(["new"]);
  await page.creates[0]?.accept();
  expect(page.sentIds()).toEqual(["new", "a"]);
  expect(page.row("b")?.hold?.retryAt).toBe(NOON);
  expect(page.row("asked")?.hold?.retryAt).toBe(atSecond(60));
  await page.creates[1]?.accept();
  expect(page.sentIds()).toEqual(["new", "a", "b"]);
});
