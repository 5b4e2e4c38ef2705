import { beforeEach, describe, expect, test } from "vitest";
import { aCompletedGeneration, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { GenerationWorld } from "#studio/testing/generation-world.ts";
import { startClockWatch } from "./clock-watch.ts";

const DAY_MS = 24 * 3_600_000;
let world: GenerationWorld;

beforeEach(async () => {
  world = new GenerationWorld();
  await world.deps.library.add([aWatchedEntry({ id: "a" })]);
});

/** Changes an entry, as a response from Kirin does. */
async function change(id: string, ended = false) {
  await world.deps.library.update(id, (entry) =>
    ended
      ? { ...entry, phase: "completed", generation: aCompletedGeneration(), endedAt: now() }
      : { ...entry, heardAt: now() },
  );
  await world.time.advance(0);
}

const now = () => world.deps.now().toISOString();
const jumpedAt = (id: string) => world.deps.library.get(id)?.jumpedAt;

describe("a clock that jumps", () => {
  for (const { title, skewMs } of [
    {
      title:
        "clock: the clock is set ahead by a day while a clip is made → the clip is marked, and what is made later is not",
      skewMs: DAY_MS,
    },
    {
      title:
        "clock: the clock is set back by a day while a clip is made → the clip is marked, and what is made later is not",
      skewMs: -DAY_MS,
    },
  ]) {
    test(title, async () => {
      const stop = startClockWatch(world.deps);
      world.time.skewMs = skewMs;
      await change("a");
      expect(jumpedAt("a")).toBe(now());
      await world.deps.library.add([aWatchedEntry({ id: "b" })]);
      await change("b", true);
      expect(jumpedAt("b")).toBeNull();
      stop();
    });
  }

  test("clock: the first response after a jump reports completion → the clip is still marked", async () => {
    const stop = startClockWatch(world.deps);
    world.time.skewMs = DAY_MS;
    await change("a", true);
    expect(jumpedAt("a")).toBe(now());
    stop();
  });

  test("does not mistake passing time or a small correction for a jump", async () => {
    const stop = startClockWatch(world.deps);
    world.time.suspend(DAY_MS);
    world.time.skewMs = 3000;
    await change("a");
    expect(jumpedAt("a")).toBeNull();
    stop();
  });
});
