/** It forgets nothing: whatever moment the power goes, every task told of is there again, and is charged once. */
import Big from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Disk } from "./disk.ts";
import { type CrashingDisk, createCrashingDisk, type LastWrite } from "./testing/crashing-disk.ts";
import { openStand, type Stand, temporaryFolder } from "./testing/stand.ts";

describe("a restart", () => {
  test("keeps tasks, external ids, clips and charges, and renders what had not ended", async () => {
    const first = await openStand();
    const done = await first.create({ prompt: "one", external_task_id: "done" });
    await first.finishAll();
    const running = await first.create({ prompt: "two", external_task_id: "running" });
    await first.clock.advance(1_000);
    const queued = await first.create({ prompt: "three", external_task_id: "queued" });
    await first.simulator.close();

    const stand = await openStand({ dir: first.dir });
    expect((await stand.read("done")).body.status).toBe("completed");
    expect((await stand.read("running")).body).toMatchObject({ status: "in_progress" });
    expect((await stand.read("queued")).body.status).toBe("in_queue");
    for (const id of ["done", "running", "queued"]) {
      expect((await stand.create({ prompt: "x", external_task_id: id })).status).toBe(409);
    }
    await stand.finishAll();
    expect(stand.renderer.started.map(({ request }) => request.prompt)).toEqual(["two", "three"]);
    const { body } = await stand.get("/ledger");
    expect(body.total).toBe("0.63");
    expect(body.entries.map((entry: { task_id: string }) => entry.task_id).sort()).toEqual(
      [done.body.id, running.body.id, queued.body.id].sort(),
    );
  });

  test("names the clips under the origin of whoever reads", async () => {
    const first = await openStand();
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

/** Creates and renders until all is done or the power goes; answers the ids that a client was told. */
async function liveUntilCrash(stand: Stand, hasCrashed: () => boolean): Promise<string[]> {
  const told: string[] = [];
  for (const [index, prompt] of PROMPTS.entries()) {
    const params = { prompt, external_task_id: `e${index}` };
    void stand.create(params).then(({ status }) => status === 200 && told.push(`e${index}`));
    await stand.clock.advance(150);
  }
  while (!hasCrashed() && (await countEnded(stand)) < PROMPTS.length) {
    await stand.clock.advance(500);
    await Promise.all([...stand.renderer.jobs].map((job) => job.finish()));
  }
  return told;
}

async function countEnded(stand: Stand): Promise<number> {
  const words = await Promise.all(PROMPTS.map((_, index) => stand.read(`e${index}`)));
  return words.filter(({ body }) => body.status === "completed" || body.status === "failed").length;
}

async function chargesOf(stand: Stand): Promise<string[]> {
  const { body } = await stand.get("/ledger");
  const ids: string[] = body.entries.map((entry: { task_id: string }) => entry.task_id);
  const costs: string[] = body.entries.map((entry: { cost: string }) => entry.cost);
  expect(new Set(ids).size).toBe(ids.length);
  expect(body.total).toBe(costs.reduce((sum, cost) => sum.plus(cost), new Big(0)).toFixed());
  return ids;
}

test("proxy: the power goes at any write of the simulator's folder, several times → nothing told is lost, nothing is charged twice", async () => {
  const crashes = fc.array(
    fc.tuple(fc.nat(14), fc.constantFrom<LastWrite>("nothing", "half", "all")),
    { minLength: 1, maxLength: 3 },
  );
  await fc.assert(
    fc.asyncProperty(crashes, async (moments) => {
      const dir = await temporaryFolder();
      const told = new Set<string>();
      let charged: string[] = [];
      for (const [lives, lastWrite] of moments) {
        const { opening, hasCrashed } = openDoomed(dir, lives, lastWrite);
        const stand = await Promise.race([opening, until(hasCrashed)]);
        if (!stand) continue;
        for (const id of await liveUntilCrash(stand, hasCrashed)) told.add(id);
        const now = await chargesOf(stand);
        expect(now).toEqual(expect.arrayContaining(charged));
        charged = now;
      }

      const stand = await openStand({ dir });
      await stand.finishAll();
      await stand.clock.advance(5_000);
      const ended = await Promise.all([...told].map((id) => stand.read(id)));
      for (const { status, body } of ended) {
        expect(status).toBe(200);
        expect(["completed", "failed"]).toContain(body.status);
      }
      const now = await chargesOf(stand);
      expect(now).toEqual(expect.arrayContaining(charged));
      const completed = ended.filter(({ body }) => body.status === "completed");
      expect(now).toEqual(expect.arrayContaining(completed.map(({ body }) => body.id)));
      expect(stand.reports.filter((sentence) => sentence.includes("set aside"))).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);

/** Opens a stand whose disk will stop. */
function openDoomed(dir: string, lives: number, lastWrite: LastWrite) {
  let disk: CrashingDisk | undefined;
  const wrapDisk = (real: Disk) => {
    disk = createCrashingDisk(real, lives, lastWrite);
    return disk;
  };
  const opening = openStand({ dir, wrapDisk, isDoomed: true });
  return { opening, hasCrashed: () => disk?.hasCrashed ?? false };
}

/** For a start that will never come to its end. */
async function until(holds: () => boolean): Promise<undefined> {
  while (!holds()) await new Promise<void>((resolve) => setImmediate(resolve));
}
