import { beforeEach, describe, expect, test } from "vitest";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import {
  aCompletedGeneration,
  aGeneration,
  anEntry,
  aProblem,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { GenerationWorld } from "#studio/testing/generation-world.ts";
import { startWatcher, type Watcher } from "./watcher.ts";

const HOUR_MS = 3_600_000;

let world: GenerationWorld;

beforeEach(() => {
  world = new GenerationWorld();
  world.answer = (id) => ({ ok: true, value: runningTask(id) });
});

/** Tasks are read by their own id, which identifies their entry. */
function runningTask(id: string) {
  return aGeneration({ id, externalTaskId: id.replace("kirin-", "") });
}

/** Puts entries on the disk and watches them. */
async function watch(...entries: LibraryEntry[]): Promise<Watcher> {
  await world.deps.library.add(entries);
  const watcher = startWatcher(world.deps);
  await world.time.advance(0);
  return watcher;
}

function many(count: number): LibraryEntry[] {
  return Array.from({ length: count }, (_, index) => aWatchedEntry({ id: `many-${index}` }));
}

function countsOf(entries: readonly LibraryEntry[]): number[] {
  return entries.map(({ id }) => world.timesOf(`kirin-${id}`).length);
}

const inSeconds = (timesMs: readonly number[]) => timesMs.map((ms) => Math.round(ms) / 1000);

describe("a read", () => {
  test("is made at once for an entry not read for a while, and later for one just read", async () => {
    world.time.suspend(HOUR_MS);
    const now = world.time.date().toISOString();
    await watch(
      aWatchedEntry({ id: "old" }),
      aWatchedEntry({ id: "new", sentAt: now, heardAt: now }),
    );
    await world.time.advance(1999);
    expect(world.reads).toEqual([{ id: "kirin-old", atMs: HOUR_MS }]);
    await world.time.advance(1);
    expect(world.reads.map(({ id }) => id)).toEqual(["kirin-old", "kirin-new"]);
  });

  test("is repeated until Kirin reports the end of the task, and not afterwards", async () => {
    await watch(aWatchedEntry({ id: "a" }));
    await world.time.advance(10_000);
    world.answer = (id) => ({ ok: true, value: aCompletedGeneration({ id }) });
    await world.time.advance(5000);
    expect(world.deps.library.get("a")?.phase).toBe("completed");
    const { length } = world.reads;
    await world.time.advance(HOUR_MS);
    expect(world.reads).toHaveLength(length);
    expect(world.time.pending).toBe(0);
  });

  test("follows an unanswered create after 0, 2, 5, 15, 30, 60 and 120 s, then every minute", async () => {
    world.answerMs = 0;
    world.answer = () => ({ ok: false, problem: aProblem("upstream-unreachable") });
    await watch(anEntry({ id: "u", phase: "unknown" }));
    await world.time.advance(250_000);
    expect(inSeconds(world.timesOf("u"))).toEqual([0, 2, 5, 15, 30, 60, 120, 180, 240]);
  });

  test("poll: a task takes longer than ever → it is read less and less often, at least once a minute, and never abandoned", async () => {
    world.answerMs = 0;
    await watch(aWatchedEntry({ id: "a" }));
    await world.time.advance(24 * HOUR_MS);
    const gaps = inSeconds(world.gapsOf("kirin-a"));
    expect(gaps.every((gap, index) => gap >= (gaps[index - 1] ?? 0))).toBe(true);
    expect(gaps[0]).toBe(2);
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(30);
    expect(gaps.at(-1)).toBeLessThanOrEqual(60);
    expect(world.deps.library.get("a")?.phase).toBe("waiting");
  });

  test("tabs: all tabs are hidden → polling continues more slowly, and a visible tab reads at once", async () => {
    world.isHidden = true;
    world.answerMs = 0;
    const watcher = await watch(aWatchedEntry({ id: "a" }));
    await world.time.advance(60_000);
    expect(world.gapsOf("kirin-a").every((gap) => gap >= 5000)).toBe(true);
    expect(world.reads.length).toBeGreaterThan(5);
    await world.time.advance(4000);
    const { length } = world.reads;
    watcher.readNow();
    watcher.readNow();
    await world.time.advance(0);
    expect(world.reads).toHaveLength(length + 1);
  });

  test("is not made for an untracked task until tracking is resumed", async () => {
    await watch(aWatchedEntry({ id: "a", isWatched: false }));
    await world.time.advance(60_000);
    expect(world.reads).toEqual([]);
    await world.deps.library.update("a", (entry) => ({ ...entry, isWatched: true }));
    await world.time.advance(5000);
    expect(world.reads.length).toBeGreaterThan(0);
  });
});

describe("a failed read", () => {
  test("poll: reads of Kirin fail for an hour → they are retried at growing intervals of up to half a minute, and shown as failed checks instead of as a failed task", async () => {
    world.answer = () => ({ ok: false, problem: aProblem("upstream-unreachable") });
    world.answerMs = 0;
    await watch(aWatchedEntry({ id: "a" }));
    await world.time.advance(HOUR_MS);
    const gaps = inSeconds(world.gapsOf("kirin-a"));
    expect(gaps.slice(0, 6)).toEqual([2, 2, 4, 8, 16, 30]);
    expect(gaps.at(-1)).toBe(30);
    const { phase, problem } = world.deps.library.get("a") ?? {};
    expect([phase, problem?.code]).toEqual(["waiting", "upstream-unreachable"]);
  });

  test("is not retried before the time that Kirin set, whichever tab is visible", async () => {
    const problem = aProblem("rate-limited", { retryAfterSeconds: 45 });
    world.answer = () => ({ ok: false, problem });
    world.answerMs = 0;
    const watcher = await watch(aWatchedEntry({ id: "a" }), anEntry({ id: "u", phase: "unknown" }));
    await world.time.advance(20_000);
    watcher.readNow();
    await world.time.advance(40_000);
    expect(inSeconds(world.timesOf("u"))).toEqual([0, 45]);
    expect(inSeconds(world.timesOf("kirin-a"))).toEqual([2, 47]);
  });

  test("poll: the studio's own server is unreachable when the page opens → it is asked again, and nothing is concluded before", async () => {
    world.hasConfig = false;
    world.answer = () => ({ ok: false, problem: aProblem("task-not-found") });
    await watch(anEntry({ id: "u", phase: "unknown" }));
    await world.time.advance(HOUR_MS);
    expect(world.deps.library.get("u")?.phase).toBe("unknown");
    world.hasConfig = true;
    await world.time.advance(70_000);
    expect(world.deps.library.get("u")?.phase).toBe("never-arrived");
  });
});

describe("many tasks at once", () => {
  test("poll: a hundred generations are unfinished → at most four reads run at a time, each in turn", async () => {
    world.answerMs = 500;
    const entries = many(100);
    await watch(...entries);
    await world.time.advance(60_000);
    expect(world.most).toBe(4);
    const counts = countsOf(entries);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
  });

  test("clock: the machine sleeps for a night with a hundred unfinished generations → each is read once on waking, four at a time", async () => {
    const entries = many(100);
    const watcher = await watch(...entries);
    await world.time.advance(30_000);
    world.reads.length = 0;
    world.most = 0;
    world.time.suspend(8 * HOUR_MS);
    world.answer = (id) => ({ ok: true, value: aCompletedGeneration({ id }) });
    // The page is shown and the network is back while the delayed timers fire, too.
    watcher.readNow();
    await world.time.advance(50);
    watcher.readNow();
    await world.time.advance(60_000);
    expect(Math.max(...countsOf(entries))).toBe(1);
    expect(world.most).toBe(4);
    expect(entries.every(({ id }) => world.deps.library.get(id)?.phase === "completed")).toBe(true);
  });

  test("poll: the network is unstable → no task is read more often than the proxy allows", async () => {
    const watcher = await watch(...many(10));
    for (let turn = 0; turn < 100; turn += 1) {
      watcher.readNow();
      await world.time.advance(100);
    }
    for (let index = 0; index < 10; index += 1) {
      expect(Math.min(...world.gapsOf(`kirin-many-${index}`))).toBeGreaterThanOrEqual(2000);
    }
  });
});

test("tabs: two tabs lead at once → both read, and both write the same", async () => {
  const second = new GenerationWorld(world.time, world.disk);
  second.answer = world.answer;
  await watch(aWatchedEntry({ id: "a" }), anEntry({ id: "u", phase: "unknown" }));
  startWatcher(second.deps);
  await world.time.advance(20_000);
  world.answer = (id) => ({ ok: true, value: aCompletedGeneration({ id }) });
  await world.time.advance(20_000);
  expect(second.reads.length).toBeGreaterThan(4);
  for (const id of ["a", "u"]) {
    expect(world.disk.rows.get(id)?.phase).toBe("completed");
    expect(second.deps.library.get(id)).toEqual(world.deps.library.get(id));
  }
});

test("reads nothing after it was stopped, and leaves a late response to the next leader", async () => {
  const watcher = await watch(aWatchedEntry({ id: "a" }));
  await world.time.advance(2050);
  expect(world.open).toBe(1);
  const before = world.disk.rows.get("a");
  watcher.stop();
  await world.time.advance(HOUR_MS);
  expect(world.disk.rows.get("a")).toBe(before);
  expect(world.reads).toHaveLength(1);
  expect(world.time.pending).toBe(0);
});

test("unsubscribes from the library and the server when it is stopped", async () => {
  world.hasConfig = false;
  const watcher = await watch();
  watcher.stop();
  expect(world.time.pending).toBe(0);
  await world.deps.library.add([aWatchedEntry({ id: "a" })]);
  await world.time.advance(0);
  expect(world.time.pending).toBe(0);
});

test("clock: the creator's clock is set back by an hour → a visible tab still reads at once", async () => {
  const watcher = await watch(aWatchedEntry({ id: "a" }));
  await world.time.advance(60_000);
  world.time.skewMs = -HOUR_MS;
  const { length } = world.reads;
  watcher.readNow();
  await world.time.advance(0);
  expect(world.reads).toHaveLength(length + 1);
});
