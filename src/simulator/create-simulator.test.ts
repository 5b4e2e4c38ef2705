/** The main path over HTTP: create a task, wait, read it, download the clip, check the charge. */
import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parseTaskAnswer } from "#kirin/task.ts";
import { START_MS } from "#testing/virtual-clock.ts";
import type { ClipRenderer } from "./clip-renderer.ts";
import { FAKE_CLIP_BYTES } from "./testing/fake-renderer.ts";
import { ORIGIN, openTestSimulator } from "./testing/test-simulator.ts";

test("queues and renders a task, delivers its clip and charges for it", async () => {
  const fixture = await openTestSimulator();
  const created = await fixture.create({
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

  await fixture.clock.advance(399);
  expect((await fixture.read(id)).body.status).toBe("in_queue");
  await fixture.clock.advance(1);
  expect((await fixture.read(id)).body.status).toBe("in_progress");

  fixture.renderer.jobs[0]?.onProgress(0.5);
  expect((await fixture.read("mine-1")).body).toMatchObject({ id, progress: 0.5 });
  await fixture.clock.advance(3_000);
  await fixture.renderer.jobs[0]?.finish();
  await fixture.activity.quiet();

  const { body } = await fixture.read(id);
  expect(body).toEqual({
    id,
    external_task_id: "mine-1",
    model: "kirin_v2_6_t2v",
    status: "completed",
    progress: 1,
    created_at: START_MS / 1000,
    updated_at: Math.floor((START_MS + 3_400) / 1000),
    output: [{ content: [{ type: "video", url: expect.any(String), duration: "10" }] }],
    usage: { cost: "1.40", discount: 1, quantity: 10, unit_price: "0.14" },
    metadata: expect.objectContaining({ simulated: true, queue_ms: 400, render_ms: 3_000 }),
  });
  expect(parseTaskAnswer(body)).toMatchObject({ kind: "task", task: { status: "completed" } });

  const clip = await fixture.fetch(body.output[0].content[0].url.slice(ORIGIN.length));
  expect(clip.headers.get("Content-Type")).toBe("video/mp4");
  expect(new Uint8Array(await clip.arrayBuffer())).toEqual(FAKE_CLIP_BYTES);
  expect((await fixture.get("/ledger")).body).toMatchObject({
    total: "1.4",
    entries: [{ task_id: id, external_task_id: "mine-1", cost: "1.40" }],
  });
  expect(fixture.reports).toEqual([]);
});

test("calls nobody back without a callback URL", async () => {
  let calls = 0;
  const callbackFetch = async () => {
    calls += 1;
    return new Response();
  };
  const fixture = await openTestSimulator({ callbackFetch });
  await fixture.create({ prompt: "A lighthouse" });
  await fixture.finishAll();
  await fixture.clock.advance(120_000);
  expect([calls, fixture.reports]).toEqual([0, []]);
});

test("answers 503 while it closes, and says when to come back", async () => {
  const fixture = await openTestSimulator();
  await fixture.simulator.close();
  const answer = await fixture.get("/healthz");
  expect(answer).toMatchObject({
    status: 503,
    body: { code: 503, message: expect.stringMatching(/closing/) },
  });
  expect(answer.headers.get("Retry-After")).toBe("5");
});

test("renders the same prompt in the same mode as another take", async () => {
  const fixture = await openTestSimulator();
  const words = { prompt: "A lighthouse" };
  await fixture.create(words);
  await fixture.create({ ...words, mode: "pro" });
  await fixture.create({ ...words, mode: "std" });
  await fixture.create({ prompt: "Another lighthouse" });
  const asked: string[] = [];
  while (asked.length < 4) {
    await fixture.clock.advance(400);
    for (const { request, finish } of fixture.renderer.jobs) {
      asked.push(`${request.prompt}, ${request.mode}, take ${request.take}`);
      await finish();
    }
    await fixture.activity.quiet();
  }
  expect(asked.sort()).toEqual([
    "A lighthouse, pro, take 0",
    "A lighthouse, std, take 0",
    "A lighthouse, std, take 1",
    "Another lighthouse, std, take 0",
  ]);
});

test("fails a task whose renderer wrote an empty file, and does not charge for it", async () => {
  const written: Promise<void>[] = [];
  const renderer: ClipRenderer = {
    async render({ outFile }) {
      const writing = fixture.activity.track(writeFile(outFile, ""));
      written.push(writing);
      await writing;
      return { bytes: 1000 };
    },
  };
  const fixture = await openTestSimulator({ renderer });
  const { body } = await fixture.create({ prompt: "A lighthouse" });
  await fixture.clock.advance(1_000);
  expect(written).toHaveLength(1);
  expect((await fixture.read(body.id)).body).toMatchObject({ status: "failed" });
  expect((await fixture.get("/ledger")).body).toMatchObject({ total: "0", entries: [] });
  expect(fixture.reports).toEqual([
    `Task ${body.id} could not be rendered: Error: The renderer wrote no clip.`,
  ]);
});

test("reports the reason of a failed render and does not charge for it", async () => {
  const fixture = await openTestSimulator();
  const { body } = await fixture.create({ prompt: "A lighthouse" });
  await fixture.clock.advance(400);
  fixture.renderer.jobs[0]?.fail("crashed");
  await fixture.activity.quiet();
  const failed = await fixture.read(body.id);
  expect(failed.body.error).toEqual({
    code: "002014095",
    error_message: "The renderer crashed. Nothing was charged; generate again.",
  });
  expect(failed.body).not.toHaveProperty("usage");
  expect((await fixture.get("/ledger")).body).toMatchObject({ total: "0", entries: [] });
});
