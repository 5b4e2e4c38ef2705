import { beforeEach, describe, expect, test } from "vitest";
import type { Problem } from "#contract/problem.ts";
import { step } from "#studio/domain/life/life.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import type { Library } from "#studio/storage/library/library.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  anEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { MemoryDisk } from "#studio/testing/memory-library.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { startClipSaver } from "./clip-saver.ts";

const BROKEN = studioProblem("clip-broken", { detail: "It broke off.", retryable: true });
const FULL = studioProblem("clips-full", { detail: "No room.", retryable: true });
const AWAY = studioProblem("studio-unreachable", { detail: "It is away.", retryable: true });
const EXPIRED = aProblem("clip-expired", { status: 410, retryable: false });

let disk: MemoryDisk;
let time: VirtualClock;
let library: Library;
/** Started downloads, each with its second. */
let asked: [src: string, second: number][];
/** The result of a download; by default the clip. */
let answer: (src: string) => Problem | null;
/** How long a download takes. */
const DOWNLOAD_MS = 500;
let open: number;
let most: number;

beforeEach(() => {
  disk = new MemoryDisk();
  time = new VirtualClock();
  library = disk.open();
  [asked, open, most] = [[], 0, 0];
  answer = () => null;
});

const srcOf = (id: string, index = 0) => `/api/generations/kirin-${id}/clips/${index}`;
const seconds = (id: string) =>
  asked.filter(([src]) => src === srcOf(id)).map(([, second]) => second);
const order = () => asked.map(([src]) => src.replace(/.*kirin-(.*)\/clips\/0/, "$1"));

function start(of = library) {
  const beginMs = time.nowMs;
  return startClipSaver({
    library: of,
    now: time.date,
    setTimer: time.setTimer,
    async saveClip(src, signal) {
      asked.push([src, (time.nowMs - beginMs) / 1000]);
      open += 1;
      most = Math.max(most, open);
      await new Promise<void>((resolve) => time.setTimer(resolve, DOWNLOAD_MS));
      open -= 1;
      return signal.aborted ? AWAY : answer(src);
    },
  });
}

const fetchAgain = (id: string) =>
  library.update(id, (entry) => step(entry, { type: "keep", keptAt: null, problem: null }));

describe("the clip saver", () => {
  test("saves all finished clips one at a time, newest first, including old ones", async () => {
    await library.add([
      aCompletedEntry({ id: "old", preparedAt: atSecond(-90_000) }),
      aCompletedEntry({ id: "new", preparedAt: atSecond(-10) }),
      aCompletedEntry({ id: "older", preparedAt: atSecond(-99_000) }),
    ]);
    start();
    await time.advance(5000);
    expect(order()).toEqual(["new", "old", "older"]);
    expect(most).toBe(1);
    expect(library.get("new")).toMatchObject({
      clipsKeptAt: new Date(time.nowMs - 4500).toISOString(),
      clipsProblem: null,
      phase: "completed",
    });
    expect(library.getState().entries.every(({ clipsKeptAt }) => clipsKeptAt !== null)).toBe(true);
    await time.advance(3_600_000);
    expect(asked).toHaveLength(3);
    expect(time.pending).toBe(0);
  });

  test("saves nothing else", async () => {
    const noClips = aCompletedGeneration({ id: "kirin-none", clips: [] });
    await library.add([
      aWatchedEntry({ id: "running" }),
      anEntry({ id: "sent" }),
      aCompletedEntry({ id: "failed", phase: "failed" }),
      aCompletedEntry({ id: "none", generation: noClips }),
      aCompletedEntry({ id: "kept", clipsKeptAt: atSecond(61) }),
    ]);
    start();
    await time.advance(60_000);
    expect(asked).toEqual([]);
  });

  test("saves clips that finish later", async () => {
    await library.add([aWatchedEntry({ id: "a" })]);
    start();
    await time.advance(1000);
    await library.update("a", () => aCompletedEntry({ id: "a" }));
    await time.advance(1000);
    expect(library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("saves all clips of a generation, and continues if one is unavailable", async () => {
    const clips = [0, 1].map((index) => ({ index, durationSeconds: 5, src: srcOf("a", index) }));
    const generation = aCompletedGeneration({ id: "kirin-a", clips });
    await library.add([aCompletedEntry({ id: "a", generation })]);
    answer = (src) => (src === srcOf("a", 0) ? BROKEN : null);
    start();
    await time.advance(1000);
    expect(asked.map(([src]) => src)).toEqual([srcOf("a", 0), srcOf("a", 1)]);
    expect(library.get("a")).toMatchObject({ clipsKeptAt: null, clipsProblem: BROKEN });
  });
});

describe("a file with a fault", () => {
  const DAMAGED = studioProblem("clip-damaged", { detail: "", retryable: true });

  test("clip: the file of a finished clip is damaged → it is fetched four times, then only on request", async () => {
    await library.add([aCompletedEntry({ id: "a" })]);
    answer = () => DAMAGED;
    start();
    await time.advance(1000);
    expect(library.get("a")).toMatchObject({ clipsKeptAt: null, clipsProblem: DAMAGED });
    await time.advance(86_400_000);
    expect(asked).toHaveLength(4);
    expect(library.get("a")?.clipsProblem).toEqual({ ...DAMAGED, retryable: false });
    expect(time.pending).toBe(0);
    await fetchAgain("a");
    await time.advance(1000);
    expect(asked).toHaveLength(5);
    answer = () => null;
    await time.advance(10_000);
    expect(library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("does not prevent the next clip from being saved", async () => {
    await library.add([aCompletedEntry({ id: "a" }), aCompletedEntry({ id: "b" })]);
    answer = (src) => (src === srcOf("a") ? DAMAGED : null);
    start();
    await time.advance(3000);
    expect(library.get("b")?.clipsKeptAt).not.toBeNull();
  });
});

describe("a download that fails", () => {
  test("clip: the download of a finished clip is interrupted → the generation stays finished, and the clip is fetched again after 2 s, doubling to 10 min", async () => {
    await library.add([aCompletedEntry({ id: "a" })]);
    answer = () => BROKEN;
    start();
    await time.advance(1_000_000);
    const begins = seconds("a");
    const waits = begins.slice(1).map((second, index) => second - (begins[index] ?? 0) - 0.5);
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256]);
    expect(library.get("a")).toMatchObject({ phase: "completed", clipsProblem: BROKEN });
    await time.advance(4_000_000);
    expect(seconds("a").at(-1)).toBeGreaterThan(4_000);
    answer = () => null;
    await time.advance(601_000);
    expect(library.get("a")).toMatchObject({ clipsProblem: null });
    expect(library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("does not delay other clips", async () => {
    await library.add([
      aCompletedEntry({ id: "a", preparedAt: atSecond(2) }),
      aCompletedEntry({ id: "b" }),
    ]);
    answer = (src) => (src === srcOf("a") ? BROKEN : null);
    start();
    await time.advance(1500);
    expect(library.get("b")?.clipsKeptAt).not.toBeNull();
  });

  test("is recorded once, however often it is retried", async () => {
    await library.add([aCompletedEntry({ id: "a" })]);
    answer = () => BROKEN;
    let changes = 0;
    start();
    await time.advance(1000);
    const noted = library.get("a");
    library.subscribe(() => {
      changes += library.get("a") === noted ? 0 : 1;
    });
    await time.advance(60_000);
    expect(asked.length).toBeGreaterThan(3);
    expect(changes).toBe(0);
  });

  test("is retried at once when the creator returns, unless the host set a retry time", async () => {
    await library.add([
      aCompletedEntry({ id: "a", preparedAt: atSecond(2) }),
      aCompletedEntry({ id: "b" }),
    ]);
    answer = (src) =>
      src === srcOf("a") ? BROKEN : aProblem("clip-unavailable", { retryAfterSeconds: 300 });
    const keeper = start();
    await time.advance(100_000);
    const [a, b] = [seconds("a").length, seconds("b").length];
    keeper.tryNow();
    await time.advance(1000);
    expect(seconds("a").length).toBe(a + 1);
    expect(seconds("b").length).toBe(b);
    await time.advance(300_000);
    expect(seconds("b").length).toBe(b + 1);
  });

  test("clock: the clock is set back by a day while a clip waits for a retry → it is fetched on time", async () => {
    await library.add([aCompletedEntry({ id: "a" })]);
    answer = () => BROKEN;
    start();
    await time.advance(1000);
    time.skewMs = -86_400_000;
    answer = () => null;
    await time.advance(3000);
    expect(library.get("a")?.clipsKeptAt).not.toBeNull();
  });
});

describe("a clip that Kirin no longer has", () => {
  test("clip: a clip expired at Kirin before it was fetched → it is marked as expired after five responses, and not requested automatically again", async () => {
    await library.add([aCompletedEntry({ id: "a" })]);
    answer = () => EXPIRED;
    start();
    await time.advance(10_000);
    expect(library.get("a")?.clipsProblem).toBeNull();
    await time.advance(3_600_000);
    expect(seconds("a")).toEqual([0, 2.5, 7, 15.5, 32]);
    expect(library.get("a")).toMatchObject({ clipsProblem: EXPIRED, phase: "completed" });
    expect(time.pending).toBe(0);
  });

  test("is not marked as expired after a single response", async () => {
    await library.add([aCompletedEntry({ id: "a" })]);
    answer = () => (asked.length % 3 === 0 ? BROKEN : EXPIRED);
    start();
    await time.advance(3_600_000);
    expect(library.get("a")?.clipsProblem).toEqual(BROKEN);
    answer = () => null;
    await time.advance(600_000);
    expect(library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("is fetched again on request, also from another tab", async () => {
    await library.add([aCompletedEntry({ id: "a" })]);
    await library.load();
    answer = () => EXPIRED;
    start(disk.open());
    await time.advance(60_000);
    await fetchAgain("a");
    answer = () => null;
    await time.advance(1000);
    expect(seconds("a")).toHaveLength(6);
    expect(library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("keeps its state for the next leader", async () => {
    await library.add([aCompletedEntry({ id: "a", clipsProblem: EXPIRED })]);
    start();
    await time.advance(60_000);
    expect(asked).toEqual([]);
  });
});

describe("an obstacle for all clips", () => {
  const many = ["a", "b", "c"].map((id, index) =>
    aCompletedEntry({ id, preparedAt: atSecond(-index) }),
  );

  test("clip: the device has no space → one clip is tried for all at growing intervals, each shows the reason, and all are fetched once there is space", async () => {
    await library.add(many);
    answer = () => FULL;
    start();
    await time.advance(20_000);
    expect(order()).toEqual(["a", "a", "a", "a"]);
    for (const { id } of many) expect(library.get(id)?.clipsProblem).toEqual(FULL);
    answer = () => null;
    await time.advance(20_000);
    for (const { id } of many) {
      expect(library.get(id)).toMatchObject({ clipsProblem: null });
      expect(library.get(id)?.clipsKeptAt).not.toBeNull();
    }
  });

  test("clip: the studio's server is unreachable → one clip is tried at intervals, and all are fetched once it is back", async () => {
    await library.add(many);
    answer = () => AWAY;
    const keeper = start();
    await time.advance(100_000);
    expect(order()).toEqual(["a", "a", "a", "a", "a", "a"]);
    expect(library.get("b")?.clipsProblem).toBeNull();
    answer = () => null;
    keeper.tryNow();
    await time.advance(2000);
    expect(library.getState().entries.every(({ clipsKeptAt }) => clipsKeptAt !== null)).toBe(true);
  });

  test("restarts with short delays once it was gone", async () => {
    await library.add(many);
    answer = () => AWAY;
    start();
    await time.advance(100_000);
    answer = () => null;
    await time.advance(100_000);
    await library.add([aCompletedEntry({ id: "d" })]);
    answer = () => AWAY;
    await time.advance(1000);
    answer = () => null;
    await time.advance(3000);
    expect(library.get("d")?.clipsKeptAt).not.toBeNull();
  });

  test("is checked at once when the creator asks for another download", async () => {
    await library.add(many);
    answer = () => FULL;
    start();
    await time.advance(100_000);
    answer = () => null;
    await fetchAgain("c");
    await time.advance(2000);
    expect(library.get("c")?.clipsKeptAt).not.toBeNull();
  });
});

describe("the end of the leadership", () => {
  test("tabs: the leading tab closes during a download → nothing is recorded, and the next leader fetches the clip", async () => {
    await library.add([aCompletedEntry({ id: "a" }), aCompletedEntry({ id: "b" })]);
    const keeper = start();
    await time.advance(100);
    keeper.stop();
    await time.advance(60_000);
    expect(asked).toHaveLength(1);
    expect(library.getState().entries.map(({ clipsProblem }) => clipsProblem)).toEqual([
      null,
      null,
    ]);
    start(disk.open());
    await time.advance(2000);
    expect(library.getState().entries.every(({ clipsKeptAt }) => clipsKeptAt !== null)).toBe(true);
  });

  test("tabs: two tabs save the same clip at once → it is saved without an error", async () => {
    await library.add([aCompletedEntry({ id: "a" })]);
    start();
    start(disk.open());
    await time.advance(2000);
    expect(seconds("a")).toEqual([0, 0]);
    expect(library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("keeps a saved clip even if another tab reports a failure late", async () => {
    await library.add([aCompletedEntry({ id: "a" })]);
    start();
    await time.advance(100);
    const late = start(disk.open());
    await time.advance(450);
    answer = () => BROKEN;
    await time.advance(2000);
    late.stop();
    expect(library.get("a")).toMatchObject({ clipsProblem: null });
    expect(library.get("a")?.clipsKeptAt).not.toBeNull();
  });
});
