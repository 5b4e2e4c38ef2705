/** How one create leaves, and what its answer does. */
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
  test("leaves after its row was claimed on the disk, safely, and as it stands there", async () => {
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
    expect(page.deps.sending).toEqual(new Set(["a"]));
  });

  test("storage: there is no room to claim a create that is about to leave → it does not leave", async () => {
    page.disk.put(fresh("a"), fresh("b", 1));
    await page.library.load();
    page.disk.fault = domFault("QuotaExceededError");
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
    expect(page.deps.sending.size).toBe(0);
    page.disk.fault = null;
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["a", "b"]);
  });

  test("storage: the library cannot be written for a while → what waits is sent once the disk answers", async () => {
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

  test("tabs: two tabs send the same queue at the same moment → each create leaves once", async () => {
    page.disk.put(fresh("a"), fresh("b", 1), fresh("c", 2));
    const other = openPage(page.disk, page.time);
    await Promise.all([page.dispatcher.send(), other.dispatcher.send()]);
    expect([...page.sentIds(), ...other.sentIds()].sort()).toEqual(["a", "b", "c"]);
  });

  test("is left to the tab that claimed it, whatever this one believes", async () => {
    page.disk.put(fresh("a"), fresh("b", 1));
    await page.library.load();
    const theirs = { ...fresh("a"), phase: "sending", attempts: 1, sentAt: NOON } as const;
    page.disk.put(theirs);
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["b"]);
    expect(page.row("a")).toEqual(theirs);
    expect(page.deps.sending).toEqual(new Set(["b"]));
  });

  test("that was taken back in another tab does not leave, whatever this one believes", async () => {
    page.disk.put(fresh("a"));
    await page.library.load();
    page.disk.put({ ...fresh("a"), phase: "withdrawn", endedAt: NOON });
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
    expect(page.deps.sending.size).toBe(0);
  });

  test("that another tab tried meanwhile waits as Kirin told that tab", async () => {
    page.disk.put(fresh("a"));
    await page.library.load();
    const tried = aHeldEntry({ id: "a", hold: aHold({ retryAt: atSecond(60), isAsked: true }) });
    page.disk.put(tried);
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
    expect(page.row("a")).toEqual(tried);
    expect(page.library.get("a")).toEqual(tried);
  });

  test("whose claim fails in the last moment is not taken for one that is being sent", async () => {
    page.disk.put(fresh("a"));
    vi.spyOn(page.library, "commit").mockImplementationOnce(async (_id, change) => {
      change(fresh("a"));
      return { ok: false, problem: aProblem("internal-error") };
    });
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
    expect(page.deps.sending.size).toBe(0);
  });

  test("waits until three others are answered: the browser has few connections", async () => {
    page.disk.put(fresh("d", 4), fresh("b", 2), fresh("a", 1), fresh("c", 3));
    await page.dispatcher.send();
    expect(page.sentIds()).toEqual(["a", "b", "c"]);
    await page.creates[1]?.accept();
    expect(page.sentIds()).toEqual(["a", "b", "c", "d"]);
    expect(page.deps.sending).toEqual(new Set(["a", "c", "d"]));
  });

  test("asked for while others are being claimed leaves with them", async () => {
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

  test("clock: the tab slept between claiming a create and sending it → the claim is let go and made anew: nothing is sent on an old one", async () => {
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
    expect(page.deps.sending).toEqual(new Set(["a"]));
  });

  test("is let go although another tab looked for it meanwhile", async () => {
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

  test("is good up to ten seconds", async () => {
    page.disk.put(fresh("a"));
    slowDisk(10_000);
    const sent = page.dispatcher.send();
    await page.time.advance(10_000);
    await sent;
    expect(page.row("a")).toMatchObject({ phase: "sending", attempts: 1, sentAt: NOON });
    expect(page.creates).toHaveLength(1);
  });
});

describe("the answer", () => {
  beforeEach(async () => {
    page.disk.put(fresh("a"));
    await page.dispatcher.send();
  });

  test("is written down, and the create is over", async () => {
    page.time.nowMs += 2000;
    await page.creates[0]?.accept();
    expect(page.row("a")).toMatchObject({
      phase: "accepted",
      acceptedAt: atSecond(2),
      unendedAt: NOON,
      generation: { id: "kirin-a" },
    });
    expect(page.deps.sending.size).toBe(0);
  });

  test.each([
    ["refused", "refused"],
    ["not-sent", "refused"],
    ["unknown", "unknown"],
  ] as const)("%s leaves it %s, and nothing is repeated", async (outcome, phase) => {
    const problem = aProblem("upstream-error", { outcome });
    await page.creates[0]?.fail(problem);
    expect(page.row("a")).toMatchObject({ phase, problem });
    await page.time.advance(3_600_000);
    expect(page.creates).toHaveLength(1);
    expect(page.deps.sending.size).toBe(0);
  });

  test("submit: a create is answered with another task → not adopted; whether there is a task is read by the id", async () => {
    await page.creates[0]?.accept({ externalTaskId: "other" });
    expect(page.row("a")).toMatchObject({ phase: "unknown", generation: null });
  });

  test("that comes after somebody looked for it is still the answer", async () => {
    await page.library.update("a", (entry) => ({ ...entry, phase: "unknown" }));
    await page.creates[0]?.fail(aProblem("upstream-refused", { outcome: "refused" }));
    expect(page.row("a")?.phase).toBe("refused");
  });

  test("to an earlier create changes nothing any more", async () => {
    await page.library.update("a", (entry) => ({ ...entry, attempts: 2 }));
    await page.creates[0]?.fail(aProblem("upstream-refused", { outcome: "refused" }));
    expect(page.row("a")?.phase).toBe("sending");
  });

  test("is shown although the disk does not take it", async () => {
    page.disk.fault = domFault("QuotaExceededError");
    await page.creates[0]?.accept();
    expect(page.library.get("a")?.phase).toBe("accepted");
    expect(page.row("a")?.phase).toBe("sending");
  });
});

test("a create that Kirin took shows that balance, key and Kirin are there: all go", async () => {
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
