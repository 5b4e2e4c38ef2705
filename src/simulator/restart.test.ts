/**
 * Crashes and restarts: after a power cut at any time, every acknowledged task exists and is charged once.
 */
import Big from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Disk } from "./disk/disk.ts";
import { type CrashingDisk, createCrashingDisk, type LastWrite } from "./testing/crashing-disk.ts";
import {
  openTestSimulator,
  type TestSimulator,
  temporaryFolder,
} from "./testing/test-simulator.ts";

describe("a restart", () => {
  test("keeps tasks, external ids, clips and charges, and renders unfinished tasks", async () => {
    const first = await openTestSimulator();
    const done = await first.create({ prompt: "one", external_task_id: "done" });
    await first.finishAll();
    const running = await first.create({ prompt: "two", external_task_id: "running" });
    await first.clock.advance(1_000);
    const queued = await first.create({ prompt: "three", external_task_id: "queued" });
    await first.simulator.close();

    const fixture = await openTestSimulator({ dir: first.dir });
    expect((await fixture.read("done")).body.status).toBe("completed");
    expect((await fixture.read("running")).body).toMatchObject({ status: "in_progress" });
    expect((await fixture.read("queued")).body.status).toBe("in_queue");
    for (const id of ["done", "running", "queued"]) {
      expect((await fixture.create({ prompt: "x", external_task_id: id })).status).toBe(409);
    }
    await fixture.finishAll();
    expect(fixture.renderer.started.map(({ request }) => request.prompt)).toEqual(["two", "three"]);
    const { body } = await fixture.get("/ledger");
    expect(body.total).toBe("0.63");
    expect(body.entries.map((entry: { task_id: string }) => entry.task_id).sort()).toEqual(
      [done.body.id, running.body.id, queued.body.id].sort(),
    );
  });

  test("resumes the tasks that were rendering in the order of their creation", async () => {
    const first = await openTestSimulator({ renderSlots: 5 });
    const prompts = ["one", "two", "three", "four", "five"];
    for (const prompt of prompts) {
      await first.create({ prompt });
      await first.clock.advance(1_000);
    }
    expect(first.renderer.started).toHaveLength(5);
    await first.simulator.close();

    const fixture = await openTestSimulator({ dir: first.dir, renderSlots: 1 });
    await fixture.finishAll();
    expect(fixture.renderer.started.map(({ request }) => request.prompt)).toEqual(prompts);
  });

  test("returns clip URLs under the origin of each request", async () => {
    const first = await openTestSimulator();
    const { body } = await first.create({ prompt: "one" });
    await first.finishAll();
    const read = await first.simulator.fetch(
      new Request(`http://127.0.0.1:4174/model/v1/generation/task/${body.id}`, {
        headers: { Authorization: "Bearer sk-one" },
      }),
    );
    expect((await read.json()).output[0].content[0].url).toMatch(
      /^http:\/\/127\.0\.0\.1:4174\/clips\//,
    );
  });
});

const PROMPTS = ["a", "b [[fail 002014095]]", "c", "d"];

/**
 * Creates and renders until all tasks have ended or the power fails. Returns the ids of acknowledged creates.
 */
async function runUntilCrash(fixture: TestSimulator, hasCrashed: () => boolean): Promise<string[]> {
  const acknowledged: string[] = [];
  for (const [index, prompt] of PROMPTS.entries()) {
    const params = { prompt, external_task_id: `e${index}` };
    void fixture
      .create(params)
      .then(({ status }) => status === 200 && acknowledged.push(`e${index}`));
    await fixture.clock.advance(150);
  }
  while (!hasCrashed() && (await countEnded(fixture)) < PROMPTS.length) {
    await fixture.clock.advance(500);
    await Promise.all([...fixture.renderer.jobs].map((job) => job.finish()));
  }
  return acknowledged;
}

async function countEnded(fixture: TestSimulator): Promise<number> {
  const reads = await Promise.all(PROMPTS.map((_, index) => fixture.read(`e${index}`)));
  return reads.filter(({ body }) => body.status === "completed" || body.status === "failed").length;
}

async function chargesOf(fixture: TestSimulator): Promise<string[]> {
  const { body } = await fixture.get("/ledger");
  const ids: string[] = body.entries.map((entry: { task_id: string }) => entry.task_id);
  const costs: string[] = body.entries.map((entry: { cost: string }) => entry.cost);
  expect(new Set(ids).size).toBe(ids.length);
  expect(body.total).toBe(costs.reduce((sum, cost) => sum.plus(cost), new Big(0)).toFixed());
  return ids;
}

test("proxy: the power fails repeatedly at any write of the simulator → no acknowledged task is lost or charged twice", async () => {
  const crashes = fc.array(
    fc.tuple(fc.nat(14), fc.constantFrom<LastWrite>("nothing", "half", "all")),
    { minLength: 1, maxLength: 3 },
  );
  await fc.assert(
    fc.asyncProperty(crashes, async (crashPoints) => {
      const dir = await temporaryFolder();
      const acknowledged = new Set<string>();
      let charged: string[] = [];
      for (const [operations, lastWrite] of crashPoints) {
        const { opening, hasCrashed } = openCrashing(dir, operations, lastWrite);
        const fixture = await Promise.race([opening, until(hasCrashed)]);
        if (!fixture) continue;
        for (const id of await runUntilCrash(fixture, hasCrashed)) acknowledged.add(id);
        const now = await chargesOf(fixture);
        expect(now).toEqual(expect.arrayContaining(charged));
        charged = now;
      }

      const fixture = await openTestSimulator({ dir });
      await fixture.finishAll();
      await fixture.clock.advance(5_000);
      const ended = await Promise.all([...acknowledged].map((id) => fixture.read(id)));
      for (const { status, body } of ended) {
        expect(status).toBe(200);
        expect(["completed", "failed"]).toContain(body.status);
      }
      const now = await chargesOf(fixture);
      expect(now).toEqual(expect.arrayContaining(charged));
      const completed = ended.filter(({ body }) => body.status === "completed");
      expect(now).toEqual(expect.arrayContaining(completed.map(({ body }) => body.id)));
      expect(fixture.reports.filter((sentence) => sentence.includes("set aside"))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

/** Opens a simulator whose disk will stop responding. */
function openCrashing(dir: string, operations: number, lastWrite: LastWrite) {
  let disk: CrashingDisk | undefined;
  const wrapDisk = (real: Disk) => {
    disk = createCrashingDisk(real, operations, lastWrite);
    return disk;
  };
  const opening = openTestSimulator({ dir, wrapDisk, willCrash: true });
  return { opening, hasCrashed: () => disk?.hasCrashed ?? false };
}

/** Resolves when the condition holds, for a start that never completes. */
async function until(holds: () => boolean): Promise<undefined> {
  while (!holds()) await new Promise<void>((resolve) => setImmediate(resolve));
}
