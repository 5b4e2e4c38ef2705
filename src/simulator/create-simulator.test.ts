/** The main job through the HTTP face: create, wait, read, fetch the clip, see the charge. */
import { expect, test } from "vitest";
import { parseTaskAnswer } from "#kirin/task.ts";
import { START } from "./testing/hand-clock.ts";
import { STAGED_BYTES } from "./testing/stage-renderer.ts";
import { ORIGIN, openStand } from "./testing/stand.ts";

test("a task goes from the queue through progress to a clip, and is charged", async () => {
  const stand = await openStand();
  const created = await stand.create({
    prompt: "A lighthouse",
    mode: "pro",
    sound: "on",
    duration: "10",
    external_task_id: "mine-1",
  });
  expect(created).toMatchObject({
    status: 200,
    body: { status: "in_queue", progress: 0, external_task_id: "mine-1", model: "kirin_v2_6_t2v" },
  });
  const { id } = created.body;
  expect(created.body).not.toHaveProperty("output");
  expect(created.body).not.toHaveProperty("usage");

  await stand.clock.advance(399);
  expect((await stand.read(id)).body.status).toBe("in_queue");
  await stand.clock.advance(1);
  expect((await stand.read(id)).body.status).toBe("in_progress");

  stand.renderer.jobs[0]?.onProgress(0.5);
  expect((await stand.read("mine-1")).body).toMatchObject({ id, progress: 0.5 });
  await stand.clock.advance(3_000);
  await stand.renderer.jobs[0]?.finish();
  await stand.activity.quiet();

  const { body } = await stand.read(id);
  expect(body).toEqual({
    id,
    external_task_id: "mine-1",
    model: "kirin_v2_6_t2v",
    status: "completed",
    progress: 1,
    created_at: START / 1000,
    updated_at: Math.floor((START + 3_400) / 1000),
    output: [{ content: [{ type: "video", url: expect.any(String), duration: "10" }] }],
    usage: { cost: "1.40", discount: 1, quantity: 10, unit_price: "0.14" },
    metadata: expect.objectContaining({ simulated: true, queue_ms: 400, render_ms: 3_000 }),
  });
  expect(parseTaskAnswer(body)).toMatchObject({ kind: "task", task: { status: "completed" } });

  const clip = await stand.fetch(body.output[0].content[0].url.slice(ORIGIN.length));
  expect(clip.headers.get("Content-Type")).toBe("video/mp4");
  expect(new Uint8Array(await clip.arrayBuffer())).toEqual(STAGED_BYTES);
  expect((await stand.get("/ledger")).body).toMatchObject({
    total: "1.4",
    entries: [{ task_id: id, external_task_id: "mine-1", cost: "1.40" }],
  });
  expect(stand.reports).toEqual([]);
});

test("asked for again in one mode, the same words are another take", async () => {
  const stand = await openStand();
  const words = { prompt: "A lighthouse" };
  await stand.create(words);
  await stand.create({ ...words, mode: "pro" });
  await stand.create({ ...words, mode: "std" });
  await stand.create({ prompt: "Another lighthouse" });
  const asked: string[] = [];
  while (asked.length < 4) {
    await stand.clock.advance(400);
    for (const { request, finish } of stand.renderer.jobs) {
      asked.push(`${request.prompt}, ${request.mode}, take ${request.take}`);
      await finish();
    }
    await stand.activity.quiet();
  }
  expect(asked.sort()).toEqual([
    "A lighthouse, pro, take 0",
    "A lighthouse, std, take 0",
    "A lighthouse, std, take 1",
    "Another lighthouse, std, take 0",
  ]);
});

test("a failed render says why, and is not charged", async () => {
  const stand = await openStand();
  const { body } = await stand.create({ prompt: "A lighthouse" });
  await stand.clock.advance(400);
  stand.renderer.jobs[0]?.fail("crashed");
  await stand.activity.quiet();
  const failed = await stand.read(body.id);
  expect(failed.body.error).toEqual({
    code: "002014095",
    error_message: "The renderer crashed. Nothing was charged; generate again.",
  });
  expect(failed.body).not.toHaveProperty("usage");
  expect((await stand.get("/ledger")).body).toMatchObject({ total: "0", entries: [] });
});
