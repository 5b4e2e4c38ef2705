/** When a failed download is retried, and when it is given up. */
import { beforeEach, describe, expect, test } from "vitest";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { aCompletedEntry, aProblem, atSecond } from "#studio/testing/fixtures.ts";
import { BROKEN, ClipSaverWorld, srcOf } from "./testing/clip-saver-world.ts";

const EXPIRED = aProblem("clip-expired", { status: 410, retryable: false });

let world: ClipSaverWorld;
beforeEach(() => {
  world = new ClipSaverWorld();
});

describe("a file with a fault", () => {
  const DAMAGED = studioProblem("clip-damaged", { detail: "", retryable: true });

  test("clip: the file of a finished clip is damaged → it is fetched four times, then only on request", async () => {
    await world.library.add([aCompletedEntry({ id: "a" })]);
    world.answer = () => DAMAGED;
    world.start();
    await world.time.advance(1000);
    expect(world.library.get("a")).toMatchObject({ clipsKeptAt: null, clipsProblem: DAMAGED });
    await world.time.advance(86_400_000);
    expect(world.started).toHaveLength(4);
    expect(world.library.get("a")?.clipsProblem).toEqual({ ...DAMAGED, retryable: false });
    expect(world.time.pending).toBe(0);
    await world.fetchAgain("a");
    await world.time.advance(1000);
    expect(world.started).toHaveLength(5);
    world.answer = () => null;
    await world.time.advance(10_000);
    expect(world.library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("does not prevent the next clip from being saved", async () => {
    await world.library.add([aCompletedEntry({ id: "a" }), aCompletedEntry({ id: "b" })]);
    world.answer = (src) => (src === srcOf("a") ? DAMAGED : null);
    world.start();
    await world.time.advance(3000);
    expect(world.library.get("b")?.clipsKeptAt).not.toBeNull();
  });
});

describe("a download that fails", () => {
  test("clip: the download of a finished clip is interrupted → the generation stays finished, and the clip is fetched again after 2 s, doubling to 10 min", async () => {
    await world.library.add([aCompletedEntry({ id: "a" })]);
    world.answer = () => BROKEN;
    world.start();
    await world.time.advance(1_000_000);
    const begins = world.seconds("a");
    const waits = begins.slice(1).map((second, index) => second - (begins[index] ?? 0) - 0.5);
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256]);
    expect(world.library.get("a")).toMatchObject({ phase: "completed", clipsProblem: BROKEN });
    await world.time.advance(4_000_000);
    expect(world.seconds("a").at(-1)).toBeGreaterThan(4_000);
    world.answer = () => null;
    await world.time.advance(601_000);
    expect(world.library.get("a")).toMatchObject({ clipsProblem: null });
    expect(world.library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("does not delay other clips", async () => {
    await world.library.add([
      aCompletedEntry({ id: "a", preparedAt: atSecond(2) }),
      aCompletedEntry({ id: "b" }),
    ]);
    world.answer = (src) => (src === srcOf("a") ? BROKEN : null);
    world.start();
    await world.time.advance(1500);
    expect(world.library.get("b")?.clipsKeptAt).not.toBeNull();
  });

  test("is recorded once, however often it is retried", async () => {
    await world.library.add([aCompletedEntry({ id: "a" })]);
    world.answer = () => BROKEN;
    let changes = 0;
    world.start();
    await world.time.advance(1000);
    const before = world.library.get("a");
    world.library.subscribe(() => {
      changes += world.library.get("a") === before ? 0 : 1;
    });
    await world.time.advance(60_000);
    expect(world.started.length).toBeGreaterThan(3);
    expect(changes).toBe(0);
  });

  test("is retried at once when the creator returns, unless the host set a retry time", async () => {
    await world.library.add([
      aCompletedEntry({ id: "a", preparedAt: atSecond(2) }),
      aCompletedEntry({ id: "b" }),
    ]);
    world.answer = (src) =>
      src === srcOf("a") ? BROKEN : aProblem("clip-unavailable", { retryAfterSeconds: 300 });
    const saver = world.start();
    await world.time.advance(100_000);
    const [a, b] = [world.seconds("a").length, world.seconds("b").length];
    saver.tryNow();
    await world.time.advance(1000);
    expect(world.seconds("a").length).toBe(a + 1);
    expect(world.seconds("b").length).toBe(b);
    await world.time.advance(300_000);
    expect(world.seconds("b").length).toBe(b + 1);
  });

  test("clock: the clock is set back by a day while a clip waits for a retry → it is fetched on time", async () => {
    await world.library.add([aCompletedEntry({ id: "a" })]);
    world.answer = () => BROKEN;
    world.start();
    await world.time.advance(1000);
    world.time.skewMs = -86_400_000;
    world.answer = () => null;
    await world.time.advance(3000);
    expect(world.library.get("a")?.clipsKeptAt).not.toBeNull();
  });
});

describe("a clip that Kirin no longer has", () => {
  test("clip: a clip expired at Kirin before it was fetched → it is marked as expired after five responses, and not requested automatically again", async () => {
    await world.library.add([aCompletedEntry({ id: "a" })]);
    world.answer = () => EXPIRED;
    world.start();
    await world.time.advance(10_000);
    expect(world.library.get("a")?.clipsProblem).toBeNull();
    await world.time.advance(3_600_000);
    expect(world.seconds("a")).toEqual([0, 2.5, 7, 15.5, 32]);
    expect(world.library.get("a")).toMatchObject({ clipsProblem: EXPIRED, phase: "completed" });
    expect(world.time.pending).toBe(0);
  });

  test("is not marked as expired after a single response", async () => {
    await world.library.add([aCompletedEntry({ id: "a" })]);
    world.answer = () => (world.started.length % 3 === 0 ? BROKEN : EXPIRED);
    world.start();
    await world.time.advance(3_600_000);
    expect(world.library.get("a")?.clipsProblem).toEqual(BROKEN);
    world.answer = () => null;
    await world.time.advance(600_000);
    expect(world.library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("is fetched again on request, also from another tab", async () => {
    await world.library.add([aCompletedEntry({ id: "a" })]);
    await world.library.load();
    world.answer = () => EXPIRED;
    world.start(world.disk.open());
    await world.time.advance(60_000);
    await world.fetchAgain("a");
    world.answer = () => null;
    await world.time.advance(1000);
    expect(world.seconds("a")).toHaveLength(6);
    expect(world.library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("keeps its state for the next leader", async () => {
    await world.library.add([aCompletedEntry({ id: "a", clipsProblem: EXPIRED })]);
    world.start();
    await world.time.advance(60_000);
    expect(world.started).toEqual([]);
  });
});
