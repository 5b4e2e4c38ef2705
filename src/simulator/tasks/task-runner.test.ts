/** Timing, order, slots and progress of tasks, and full disks. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Disk } from "#simulator/disk/disk.ts";
import { storageFault } from "#simulator/disk/storage-fault.ts";
import { openTestSimulator } from "#simulator/testing/test-simulator.ts";

describe("slots", () => {
  test("two tasks render at once, and the others wait in order", async () => {
    const fixture = await openTestSimulator();
    for (const prompt of ["one", "two", "three", "four"]) {
      await fixture.create({ prompt });
      await fixture.clock.advance(10);
    }
    await fixture.clock.advance(1_000);
    const prompts = () => fixture.renderer.started.map(({ request }) => request.prompt);
    expect(prompts()).toEqual(["one", "two"]);
    await fixture.renderer.jobs[1]?.finish();
    await fixture.activity.quiet();
    expect(prompts()).toEqual(["one", "two", "three"]);
    await fixture.renderer.jobs[0]?.finish();
    await fixture.activity.quiet();
    expect(prompts()).toEqual(["one", "two", "three", "four"]);
  });
});

describe("speed", () => {
  test("above 1 shortens the time in the queue", async () => {
    const fixture = await openTestSimulator({ speed: 4 });
    const { body } = await fixture.create({ prompt: "A sea" });
    await fixture.clock.advance(99);
    expect((await fixture.read(body.id)).body.status).toBe("in_queue");
    await fixture.clock.advance(1);
    expect((await fixture.read(body.id)).body.status).toBe("in_progress");
  });

  test("below 1 stretches rendering and its progress", async () => {
    const fixture = await openTestSimulator({ speed: 0.5 });
    const { body } = await fixture.create({ prompt: "A sea" });
    const read = async () => (await fixture.read(body.id)).body;
    await fixture.clock.advance(800);
    await fixture.clock.advance(1_000);
    fixture.renderer.jobs[0]?.onProgress(0.5);
    expect(await read()).toMatchObject({ status: "in_progress", progress: 0.25 });
    await fixture.clock.advance(1_000);
    await fixture.renderer.jobs[0]?.finish();
    await fixture.clock.advance(1_000);
    expect(await read()).toMatchObject({ status: "in_progress", progress: 0.75 });
    await fixture.clock.advance(1_000);
    expect(await read()).toMatchObject({ status: "completed", progress: 1 });
  });
});

test("a quarter of the speed makes a render take four times as long", async () => {
  const fixture = await openTestSimulator({ speed: 0.25 });
  const { body } = await fixture.create({ prompt: "A sea" });
  const read = async () => (await fixture.read(body.id)).body;
  await fixture.clock.advance(1_600);
  await fixture.clock.advance(1_000);
  await fixture.renderer.jobs[0]?.finish();
  await fixture.clock.advance(2_999);
  expect((await read()).status).toBe("in_progress");
  await fixture.clock.advance(1);
  expect((await read()).status).toBe("completed");
});

test("progress never decreases and is never 1 before the end", async () => {
  const fixture = await openTestSimulator();
  const { body } = await fixture.create({ prompt: "A sea" });
  await fixture.clock.advance(400);
  const shown: number[] = [];
  for (const progress of [0.2, 0.1, 0.6, 1]) {
    fixture.renderer.jobs[0]?.onProgress(progress);
    shown.push((await fixture.read(body.id)).body.progress);
  }
  expect(shown).toEqual([0.2, 0.2, 0.6, 0.99]);
});

test.each([
  ["disk-full", /disk is full/],
  ["crashed", /crashed/],
  ["anything else", /could not make/],
])("a task whose render fails with %s fails with a message", async (reason, message) => {
  const fixture = await openTestSimulator();
  const { body } = await fixture.create({ prompt: "A sea" });
  await fixture.clock.advance(400);
  fixture.renderer.jobs[0]?.fail(reason);
  await fixture.activity.quiet();
  const { error } = (await fixture.read(body.id)).body;
  expect(error).toEqual({ code: "002014095", error_message: expect.stringMatching(message) });
});

describe("a full disk", () => {
  /** A disk that rejects writes while it is full. */
  function fillableDisk() {
    let isFull = false;
    const wrapDisk = (real: Disk): Disk => ({
      ...real,
      async writeAtomically(file, text) {
        if (isFull) {
          throw storageFault("write", file, Object.assign(new Error("no"), { code: "ENOSPC" }));
        }
        await real.writeAtomically(file, text);
      },
    });
    const fill = (full: boolean) => {
      isFull = full;
    };
    return { wrapDisk, fill };
  }

  test("refuses a create with a message, and frees its external id", async () => {
    const { wrapDisk, fill } = fillableDisk();
    const fixture = await openTestSimulator({ wrapDisk });
    fill(true);
    const params = { prompt: "A sea", external_task_id: "mine" };
    const refused = await fixture.create(params);
    expect(refused.status).toBe(500);
    expect(refused.body.message).toMatch(/cannot write .*: the disk is full\.$/);
    fill(false);
    expect((await fixture.create(params)).status).toBe(200);
  });

  test("turns a completion into an uncharged failure, which is reported once it is stored", async () => {
    const { wrapDisk, fill } = fillableDisk();
    const fixture = await openTestSimulator({ wrapDisk });
    const { body } = await fixture.create({ prompt: "A sea" });
    await fixture.clock.advance(400);
    fill(true);
    await fixture.renderer.jobs[0]?.finish();
    await fixture.clock.advance(5_000);
    expect((await fixture.read(body.id)).body.status).toBe("in_progress");
    fill(false);
    // The next attempts are 1 s, 2 s and 4 s apart.
    await fixture.clock.advance(2_000);
    const failed = (await fixture.read(body.id)).body;
    expect(failed).toMatchObject({ status: "failed", error: { code: "002014095" } });
    expect(failed.error.error_message).toMatch(/disk is full/);
    expect((await fixture.get("/ledger")).body).toMatchObject({ total: "0", entries: [] });
    expect(await readdir(join(fixture.dir, "clips"))).toEqual([]);
  });
});
