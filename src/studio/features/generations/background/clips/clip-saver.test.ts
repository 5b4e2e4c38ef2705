/** Which clips are saved and in which order, obstacles for all clips, and changes of the leader. */
import { beforeEach, describe, expect, test } from "vitest";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  anEntry,
  atSecond,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { BROKEN, ClipSaverWorld, srcOf, UNREACHABLE } from "./testing/clip-saver-world.ts";

const FULL = studioProblem("clips-full", { detail: "No room.", retryable: true });

let world: ClipSaverWorld;
beforeEach(() => {
  world = new ClipSaverWorld();
});

describe("the clip saver", () => {
  test("saves all finished clips one at a time, newest first, including old ones", async () => {
    await world.library.add([
      aCompletedEntry({ id: "old", preparedAt: atSecond(-90_000) }),
      aCompletedEntry({ id: "new", preparedAt: atSecond(-10) }),
      aCompletedEntry({ id: "older", preparedAt: atSecond(-99_000) }),
    ]);
    world.start();
    await world.time.advance(5000);
    expect(world.order()).toEqual(["new", "old", "older"]);
    expect(world.maxConcurrent).toBe(1);
    expect(world.library.get("new")).toMatchObject({
      clipsKeptAt: new Date(world.time.nowMs - 4500).toISOString(),
      clipsProblem: null,
      phase: "completed",
    });
    expect(world.library.getState().entries.every(({ clipsKeptAt }) => clipsKeptAt !== null)).toBe(
      true,
    );
    await world.time.advance(3_600_000);
    expect(world.started).toHaveLength(3);
    expect(world.time.pending).toBe(0);
  });

  test("saves nothing else", async () => {
    const noClips = aCompletedGeneration({ id: "kirin-none", clips: [] });
    await world.library.add([
      aWatchedEntry({ id: "running" }),
      anEntry({ id: "sent" }),
      aCompletedEntry({ id: "failed", phase: "failed" }),
      aCompletedEntry({ id: "none", generation: noClips }),
      aCompletedEntry({ id: "kept", clipsKeptAt: atSecond(61) }),
    ]);
    world.start();
    await world.time.advance(60_000);
    expect(world.started).toEqual([]);
  });

  test("saves clips that finish later", async () => {
    await world.library.add([aWatchedEntry({ id: "a" })]);
    world.start();
    await world.time.advance(1000);
    await world.library.update("a", () => aCompletedEntry({ id: "a" }));
    await world.time.advance(1000);
    expect(world.library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("saves all clips of a generation, and continues if one is unavailable", async () => {
    const clips = [0, 1].map((index) => ({ index, durationSeconds: 5, src: srcOf("a", index) }));
    const generation = aCompletedGeneration({ id: "kirin-a", clips });
    await world.library.add([aCompletedEntry({ id: "a", generation })]);
    world.answer = (src) => (src === srcOf("a", 0) ? BROKEN : null);
    world.start();
    await world.time.advance(1000);
    expect(world.started.map(([src]) => src)).toEqual([srcOf("a", 0), srcOf("a", 1)]);
    expect(world.library.get("a")).toMatchObject({ clipsKeptAt: null, clipsProblem: BROKEN });
  });
});

describe("an obstacle for all clips", () => {
  const many = ["a", "b", "c"].map((id, index) =>
    aCompletedEntry({ id, preparedAt: atSecond(-index) }),
  );

  test("clip: the device has no space → one clip is tried for all at growing intervals, each shows the reason, and all are fetched once there is space", async () => {
    await world.library.add(many);
    world.answer = () => FULL;
    world.start();
    await world.time.advance(20_000);
    expect(world.order()).toEqual(["a", "a", "a", "a"]);
    for (const { id } of many) expect(world.library.get(id)?.clipsProblem).toEqual(FULL);
    world.answer = () => null;
    await world.time.advance(20_000);
    for (const { id } of many) {
      expect(world.library.get(id)).toMatchObject({ clipsProblem: null });
      expect(world.library.get(id)?.clipsKeptAt).not.toBeNull();
    }
  });

  test("clip: the studio's server is unreachable → one clip is tried at intervals, and all are fetched once it is back", async () => {
    await world.library.add(many);
    world.answer = () => UNREACHABLE;
    const saver = world.start();
    await world.time.advance(100_000);
    expect(world.order()).toEqual(["a", "a", "a", "a", "a", "a"]);
    expect(world.library.get("b")?.clipsProblem).toBeNull();
    world.answer = () => null;
    saver.tryNow();
    await world.time.advance(2000);
    expect(world.library.getState().entries.every(({ clipsKeptAt }) => clipsKeptAt !== null)).toBe(
      true,
    );
  });

  test("restarts with short delays once it was gone", async () => {
    await world.library.add(many);
    world.answer = () => UNREACHABLE;
    world.start();
    await world.time.advance(100_000);
    world.answer = () => null;
    await world.time.advance(100_000);
    await world.library.add([aCompletedEntry({ id: "d" })]);
    world.answer = () => UNREACHABLE;
    await world.time.advance(1000);
    world.answer = () => null;
    await world.time.advance(3000);
    expect(world.library.get("d")?.clipsKeptAt).not.toBeNull();
  });

  test("is checked at once when the creator asks for another download", async () => {
    await world.library.add(many);
    world.answer = () => FULL;
    world.start();
    await world.time.advance(100_000);
    world.answer = () => null;
    await world.fetchAgain("c");
    await world.time.advance(2000);
    expect(world.library.get("c")?.clipsKeptAt).not.toBeNull();
  });
});

describe("the end of the leadership", () => {
  test("tabs: the leading tab closes during a download → nothing is recorded, and the next leader fetches the clip", async () => {
    await world.library.add([aCompletedEntry({ id: "a" }), aCompletedEntry({ id: "b" })]);
    const saver = world.start();
    await world.time.advance(100);
    saver.stop();
    await world.time.advance(60_000);
    expect(world.started).toHaveLength(1);
    expect(world.library.getState().entries.map(({ clipsProblem }) => clipsProblem)).toEqual([
      null,
      null,
    ]);
    world.start(world.disk.open());
    await world.time.advance(2000);
    expect(world.library.getState().entries.every(({ clipsKeptAt }) => clipsKeptAt !== null)).toBe(
      true,
    );
  });

  test("tabs: two tabs save the same clip at once → it is saved without an error", async () => {
    await world.library.add([aCompletedEntry({ id: "a" })]);
    world.start();
    world.start(world.disk.open());
    await world.time.advance(2000);
    expect(world.seconds("a")).toEqual([0, 0]);
    expect(world.library.get("a")?.clipsKeptAt).not.toBeNull();
  });

  test("keeps a saved clip even if another tab reports a failure late", async () => {
    await world.library.add([aCompletedEntry({ id: "a" })]);
    world.start();
    await world.time.advance(100);
    const late = world.start(world.disk.open());
    await world.time.advance(450);
    world.answer = () => BROKEN;
    await world.time.advance(2000);
    late.stop();
    expect(world.library.get("a")).toMatchObject({ clipsProblem: null });
    expect(world.library.get("a")?.clipsKeptAt).not.toBeNull();
  });
});
