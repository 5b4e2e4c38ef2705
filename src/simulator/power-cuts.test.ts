/**
 * Power cuts: after one at any write, every acknowledged task exists and is charged once.
 */
import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Disk } from "./disk/disk.ts";
import { type CrashingDisk, createCrashingDisk, type LastWrite } from "./testing/crashing-disk.ts";
import {
  openTestSimulator,
  type TestSimulator,
  temporaryFolder,
} from "./testing/test-simulator.ts";

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
