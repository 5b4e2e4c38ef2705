/** What the creator can do with a generation after submitting it. */
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

const changed = { status: "changed" };
const unchanged = { status: "unchanged" };
const missing = { status: "failed", problem: { code: "storage-failed", outcome: "not-sent" } };

describe("a queued generation", () => {
  const hour = { reason: "balance", retryAt: atSecond(500) } as const;

  test("can be cancelled, and then nothing is sent", async () => {
    await page.keep(aHeldEntry({ hold: aHold(hour) }));
    page.time.nowMs += 3000;
    expect(await page.generations.cancel("entry-1")).toEqual(changed);
    expect(page.row("entry-1")).toMatchObject({ phase: "withdrawn", endedAt: atSecond(3) });
    expect(page.disk.strictness).toEqual([true]);
    await page.time.advance(600_000);
    expect(page.creates).toEqual([]);
  });

  test("tabs: one tab cancels what another has just sent → it stays sent, and nothing changes", async () => {
    await page.keep(aPreparedEntry());
    page.disk.rows.set("entry-1", anEntryIn("sending"));
    expect(await page.generations.cancel("entry-1")).toEqual(unchanged);
    expect(page.library.get("entry-1")?.phase).toBe("sending");
  });

  test("stays queued if the cancellation cannot be written to disk", async () => {
    await page.keep(aHeldEntry({ hold: aHold(hour) }));
    page.disk.fault = domFault("QuotaExceededError");
    expect(await page.generations.cancel("entry-1")).toMatchObject({
      status: "failed",
      problem: { code: "storage-full", outcome: "not-sent" },
    });
    expect(page.library.get("entry-1")?.phase).toBe("held");
  });

  test("lets the next one be sent when it is cancelled", async () => {
    const slots = { reason: "slots", retryAt: atSecond(500) } as const;
    await page.keep(
      aHeldEntry({ id: "a", hold: aHold(slots) }),
      aPreparedEntry({ id: "b", queuedAt: atSecond(1) }),
    );
    await page.generations.cancel("a");
    await settle();
    expect(page.sentIds()).toEqual(["b"]);
  });

  test("swaps places with its neighbour", async () => {
    await page.keep(
      aHeldEntry({ id: "a", queuedAt: atSecond(1), hold: aHold(hour) }),
      aHeldEntry({ id: "b", queuedAt: atSecond(2), hold: aHold(hour) }),
      aHeldEntry({ id: "c", queuedAt: atSecond(3), hold: aHold(hour) }),
    );
    const order = () =>
      [...page.disk.rows.values()]
        .sort((one, other) => (one.queuedAt < other.queuedAt ? -1 : 1))
        .map(({ id }) => id);
    expect(await page.generations.moveInQueue("c", "earlier")).toEqual(changed);
    expect(order()).toEqual(["a", "c", "b"]);
    expect(await page.generations.moveInQueue("a", "later")).toEqual(changed);
    expect(order()).toEqual(["c", "a", "b"]);
    expect(await page.generations.moveInQueue("c", "earlier")).toEqual(unchanged);
    expect(order()).toEqual(["c", "a", "b"]);
    page.disk.fault = domFault("UnknownError");
    expect(await page.generations.moveInQueue("c", "later")).toMatchObject({ status: "failed" });
    expect(order()).toEqual(["c", "a", "b"]);
  });

  test("is tried at once on request, unless Kirin set a retry time", async () => {
    await page.keep(
      aHeldEntry({ id: "a", hold: aHold(hour) }),
      aHeldEntry({ id: "b", hold: aHold({ ...hour, reason: "pace", isAsked: true }) }),
    );
    expect(await page.generations.tryNow("b")).toEqual(unchanged);
    await settle();
    expect(page.creates).toEqual([]);
    expect(await page.generations.tryNow("a")).toEqual(changed);
    await settle();
    expect(page.sentIds()).toEqual(["a"]);
  });
});

describe("checking a task now", () => {
  test("adopts the task that Kirin has", async () => {
    await page.keep(anEntryIn("unknown", { externalTaskId: "mine" }));
    const found = aGeneration({ externalTaskId: "mine" });
    page.readGeneration.mockResolvedValue({ ok: true, value: found });
    expect(await page.generations.checkNow("entry-1")).toEqual(changed);
    expect(page.readGeneration).toHaveBeenCalledExactlyOnceWith("mine", undefined);
    expect(page.row("entry-1")).toMatchObject({
      phase: "waiting",
      problem: null,
      generation: found,
    });
  });

  test("concludes that a task never arrived after twice the proxy's timeout", async () => {
    await page.keep(anEntryIn("unknown"));
    const problem = aProblem("task-not-found");
    page.readGeneration.mockResolvedValue({ ok: false, problem });
    for (const seconds of [59, 59.999, 60]) {
      expect(page.row("entry-1")?.phase).toBe("unknown");
      page.time.nowMs = Date.parse(atSecond(seconds));
      expect(await page.generations.checkNow("entry-1")).toEqual({ status: "failed", problem });
    }
    expect(page.row("entry-1")?.phase).toBe("never-arrived");
  });

  test("reads nothing while the server is unreachable, or for an unknown id", async () => {
    await page.keep(anEntryIn("unknown"));
    expect(await page.generations.checkNow("none")).toMatchObject(missing);
    const problem = aProblem("internal-error");
    page.readConfig.mockResolvedValue({ ok: false, problem });
    expect(await page.generations.checkNow("entry-1")).toEqual({ status: "failed", problem });
    expect(page.readGeneration).not.toHaveBeenCalled();
  });
});

describe("tracking", () => {
  test("stops on request, and reads the task at once when it is resumed", async () => {
    await page.keep(aWatchedEntry());
    page.readGeneration.mockResolvedValue({ ok: false, problem: aProblem("upstream-timeout") });
    expect(await page.generations.stopTracking("entry-1")).toEqual(changed);
    expect(await page.generations.stopTracking("entry-1")).toEqual(unchanged);
    expect(page.row("entry-1")?.isWatched).toBe(false);
    expect(page.readGeneration).not.toHaveBeenCalled();
    expect(await page.generations.resumeTracking("entry-1")).toEqual(changed);
    expect(page.row("entry-1")?.isWatched).toBe(true);
    expect(page.readGeneration).toHaveBeenCalledOnce();
  });

  test("records once that the outcome was seen", async () => {
    await page.keep(aCompletedEntry());
    page.time.nowMs += 100_000;
    expect(await page.generations.markSeen("entry-1")).toEqual(changed);
    page.time.nowMs += 1000;
    expect(await page.generations.markSeen("entry-1")).toEqual(unchanged);
    expect(page.row("entry-1")?.seenAt).toBe(atSecond(100));
  });
});

describe("downloading clips again", () => {
  const problem = aProblem("clip-expired", { retryable: false });

  test("clears the problem of the download, so that the leading tab retries it", async () => {
    await page.keep(aCompletedEntry({ clipsProblem: problem }));
    expect(await page.generations.fetchClipsAgain("entry-1")).toEqual(changed);
    expect(page.row("entry-1")).toMatchObject({ clipsKeptAt: null, clipsProblem: null });
    expect(await page.generations.fetchClipsAgain("entry-1")).toEqual(unchanged);
  });

  test("does nothing if another tab has saved the clips meanwhile", async () => {
    await page.keep(aCompletedEntry({ clipsProblem: problem }));
    const kept = aCompletedEntry({ clipsKeptAt: atSecond(70) });
    page.disk.put(kept);
    await page.generations.fetchClipsAgain("entry-1");
    expect(page.row("entry-1")).toEqual(kept);
  });
});

test("fails for an id that is not in the library, and changes nothing", async () => {
  const { generations } = page;
  for (const result of await Promise.all([
    generations.retry("none"),
    generations.startOver("none"),
    generations.sendAgain("none"),
    generations.cancel("none"),
    generations.moveInQueue("none", "earlier"),
    generations.tryNow("none"),
    generations.checkNow("none"),
    generations.stopTracking("none"),
    generations.resumeTracking("none"),
    generations.markSeen("none"),
    generations.fetchClipsAgain("none"),
  ])) {
    expect(result).toMatchObject(missing);
  }
  expect(page.disk.rows.size).toBe(0);
  expect(page.readGeneration).not.toHaveBeenCalled();
});
