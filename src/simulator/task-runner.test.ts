/** Pace, order, slots, progress, and what happens when the disk will not have it. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Disk } from "./disk.ts";
import { storageFault } from "./storage-fault.ts";
import { openStand } from "./testing/stand.ts";

describe("slots", () => {
  test("two render at once, the others wait in the order they came", async () => {
    const stand = await openStand();
    for (const prompt of ["one", "two", "three", "four"]) {
      await stand.create({ prompt });
      await stand.clock.advance(10);
    }
    await stand.clock.advance(1_000);
    const prompts = () => stand.renderer.started.map(({ request }) => request.prompt);
    expect(prompts()).toEqual(["one", "two"]);
    await stand.renderer.jobs[1]?.finish();
    await stand.activity.quiet();
    expect(prompts()).toEqual(["one", "two", "three"]);
    await stand.renderer.jobs[0]?.finish();
    await stand.activity.quiet();
    expect(prompts()).toEqual(["one", "two", "three", "four"]);
  });
});

describe("speed", () => {
  test("above 1 shortens the queue", async () => {
    const stand = await openStand({ speed: 4 });
    const { body } = await stand.create({ prompt: "A sea" });
    await stand.clock.advance(99);
    expect((await stand.read(body.id)).body.status).toBe("in_queue");
    await stand.clock.advance(1);
    expect((await stand.read(body.id)).body.status).toBe("in_progress");
  });

  test("below 1 draws rendering out, with progress over the whole of it", async () => {
    const stand = await openStand({ speed: 0.5 });
    const { body } = await stand.create({ prompt: "A sea" });
    const read = async () => (await stand.read(body.id)).body;
    await stand.clock.advance(800);
    await stand.clock.advance(1_000);
    stand.renderer.jobs[0]?.onProgress(0.5);
    expect(await read()).toMatchObject({ status: "in_progress", progress: 0.25 });
    await stand.clock.advance(1_000);
    await stand.renderer.jobs[0]?.finish();
    await stand.clock.advance(1_000);
    expect(await read()).toMatchObject({ status: "in_progress", progress: 0.75 });
    await stand.clock.advance(1_000);
    expect(await read()).toMatchObject({ status: "completed", progress: 1 });
  });
});

test("progress never goes back, and is never 1 before the end", async () => {
  const stand = await openStand();
  const { body } = await stand.create({ prompt: "A sea" });
  await stand.clock.advance(400);
  const shown: number[] = [];
  for (const progress of [0.2, 0.1, 0.6, 1]) {
    stand.renderer.jobs[0]?.onProgress(progress);
    shown.push((await stand.read(body.id)).body.progress);
  }
  expect(shown).toEqual([0.2, 0.2, 0.6, 0.99]);
});

test.each([
  ["disk-full", /disk is full/],
  ["crashed", /crashed/],
  ["anything else", /could not make/],
])("a renderer that fails with %s makes a failed task with a sentence", async (reason, words) => {
  const stand = await openStand();
  const { body } = await stand.create({ prompt: "A sea" });
  await stand.clock.advance(400);
  stand.renderer.jobs[0]?.fail(reason);
  await stand.activity.quiet();
  const { error } = (await stand.read(body.id)).body;
  expect(error).toEqual({ code: "002014095", error_message: expect.stringMatching(words) });
});

describe("a full disk", () => {
  /** A disk that can be filled: while it is full, nothing is written. */
  function fillableDisk() {
    let isFull = false;
    const wrapDisk = (real: Disk): Disk => ({
      ...real,
      async writeWhole(file, text) {
        if (isFull) {
          throw storageFault("write", file, Object.assign(new Error("no"), { code: "ENOSPC" }));
        }
        await real.writeWhole(file, text);
      },
    });
    const fill = (full: boolean) => {
      isFull = full;
    };
    return { wrapDisk, fill };
  }

  test("refuses a create with a sentence, and frees its external id", async () => {
    const { wrapDisk, fill } = fillableDisk();
    const stand = await openStand({ wrapDisk });
    fill(true);
    const params = { prompt: "A sea", external_task_id: "mine" };
    const refused = await stand.create(params);
    expect(refused.status).toBe(500);
    expect(refused.body.message).toMatch(/cannot write .*: the disk is full\.$/);
    fill(false);
    expect((await stand.create(params)).status).toBe(200);
  });

  test("makes a completion a failure that is not charged, told only when it is stored", async () => {
    const { wrapDisk, fill } = fillableDisk();
    const stand = await openStand({ wrapDisk });
    const { body } = await stand.create({ prompt: "A sea" });
    await stand.clock.advance(400);
    fill(true);
    await stand.renderer.jobs[0]?.finish();
    await stand.clock.advance(5_000);
    expect((await stand.read(body.id)).body.status).toBe("in_progress");
    fill(false);
    await stand.clock.advance(30_000);
    const failed = (await stand.read(body.id)).body;
    expect(failed).toMatchObject({ status: "failed", error: { code: "002014095" } });
    expect(failed.error.error_message).toMatch(/disk is full/);
    expect((await stand.get("/ledger")).body).toMatchObject({ total: "0", entries: [] });
    expect(await readdir(join(stand.dir, "clips"))).toEqual([]);
  });
});
