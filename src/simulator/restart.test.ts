/** Restarts: every acknowledged task exists afterwards, unfinished ones are rendered, and each is charged once. */
import { describe, expect, test } from "vitest";
import { openTestSimulator } from "./testing/test-simulator.ts";

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
