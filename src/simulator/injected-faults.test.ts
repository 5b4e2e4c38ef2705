/** Every injected fault, tested over HTTP. */
import { describe, expect, test } from "vitest";
import { CREATE_PATH } from "#kirin/endpoints.ts";
import { BUSINESS_CODES } from "#kirin/refusals/business-codes.ts";
import { findReason, parseRefusal } from "#kirin/refusals/refusal.ts";
import { parseTaskAnswer } from "#kirin/task.ts";
import { FAULTS, faultsIn } from "./injected-faults.ts";
import { FAKE_CLIP_BYTES } from "./testing/fake-renderer.ts";
import { jsonPost, openTestSimulator, wireBody } from "./testing/test-simulator.ts";

describe("the fault table", () => {
  test("has a unique tag for every fault, and none contains another", () => {
    for (const { tag } of FAULTS) {
      expect(tag).toBe(tag.toLowerCase());
      expect(FAULTS.filter((other) => other.tag.includes(tag))).toHaveLength(1);
    }
  });

  test("describes every fault in a sentence, and says why it refuses", () => {
    for (const { description, effect } of FAULTS) {
      expect(description).toMatch(/^[A-Z].+ .+\.$/);
      if (effect.kind === "refuse" || effect.kind === "fail")
        expect(effect.message).toMatch(/\w+ \w+/);
    }
    const waits = FAULTS.filter(({ description }) => description.includes("retry_after: 3"));
    expect(waits.map(({ tag }) => tag)).toEqual(["[[code 1302]]"]);
  });

  test("is matched case-insensitively, with several faults at once", () => {
    expect(faultsIn("a sea [[FAIL 002014095]] [[slow queue]]").map(({ kind }) => kind)).toEqual([
      "fail",
      "slow-queue",
    ]);
    expect(faultsIn("[Sailor, calm voice]: fail 002014095")).toEqual([]);
  });
});

describe("a task that fails", () => {
  test.each([
    ["[[fail 002014095]]", "002014095"],
    ["[[fail 002014096]]", "002014096"],
    ["[[fail 002014097]]", "002014097"],
    ["[[fail 002014098]]", "002014098"],
    ["[[fail 002014099]]", "002014099"],
    ["[[fail moderation]]", "002014099"],
  ])("%s: fails with %s after being in progress, uncharged", async (tag, code) => {
    const fixture = await openTestSimulator();
    const { body } = await fixture.create({ prompt: `A sea ${tag}` });
    await fixture.clock.advance(700);
    // Half of the time until the failure has passed, and it looks like a clip that takes twice as long.
    expect((await fixture.read(body.id)).body).toMatchObject({
      status: "in_progress",
      progress: 0.25,
    });
    await fixture.clock.advance(1_000);
    const failed = await fixture.read(body.id);
    expect(failed.body).toMatchObject({
      status: "failed",
      error: { code, error_message: expect.any(String) },
    });
    expect(failed.body).not.toHaveProperty("output");
    expect(fixture.renderer.started).toEqual([]);
    expect((await fixture.get("/ledger")).body.total).toBe("0");
  });

  test.each([
    ["[[fail 1301]]", { code: "002014097", causeCode: "1301", message: /content moderation/ }],
    ["[[fail elsewhere]]", { code: null, message: /lost its input/ }],
  ])("%s: parseTask finds the reason", async (tag, { message, ...codes }) => {
    const fixture = await openTestSimulator();
    const { body } = await fixture.create({ prompt: `A sea ${tag}` });
    await fixture.clock.advance(1_500);
    expect(parseTaskAnswer((await fixture.read(body.id)).body)).toMatchObject({
      task: { status: "failed", error: { ...codes, message: expect.stringMatching(message) } },
    });
  });

  test("has a string as its error for the command-line client", async () => {
    const fixture = await openTestSimulator();
    const { body } = await fixture.create({ prompt: "A sea [[fail 002014098]]" });
    await fixture.clock.advance(1_500);
    const headers = { Authorization: "Bearer sk-one", "X-Source": "cli" };
    const read = await fixture.fetch(`${CREATE_PATH}/task/${body.id}`, { headers });
    expect((await read.json()).error).toMatch(/^002014098: /);
  });
});

test("a task that never ends stops progressing and blocks no other task", async () => {
  const fixture = await openTestSimulator({ renderSlots: 1, parallelLimit: 1 });
  const stuck = await fixture.create({ prompt: "A sea [[never ends]]" });
  await fixture.clock.advance(3_600_000);
  const { body } = await fixture.read(stuck.body.id);
  expect(body).toMatchObject({ status: "in_progress", progress: 0.42 });
  const other = await fixture.create({ prompt: "A sea" });
  await fixture.finishAll();
  expect((await fixture.read(other.body.id)).body.status).toBe("completed");
});

test("a slow queue takes 30 s", async () => {
  const fixture = await openTestSimulator();
  const { body } = await fixture.create({ prompt: "A sea [[slow queue]]" });
  await fixture.clock.advance(29_999);
  expect((await fixture.read(body.id)).body.status).toBe("in_queue");
  await fixture.clock.advance(1);
  expect((await fixture.read(body.id)).body.status).toBe("in_progress");
});

test("reads fail until the task has ended", async () => {
  const fixture = await openTestSimulator();
  const { status, body } = await fixture.create({ prompt: "A sea [[reads fail]]" });
  expect(status).toBe(200);
  expect((await fixture.read(body.id)).status).toBe(503);
  await fixture.finishAll();
  expect((await fixture.read(body.id)).body.status).toBe("completed");
});

test("a task without a clip is completed and charged, and parseTask reports it as unreadable", async () => {
  const fixture = await openTestSimulator();
  const { body } = await fixture.create({ prompt: "A sea [[no clip]]" });
  await fixture.finishAll();
  const read = await fixture.read(body.id);
  expect(read.body).toMatchObject({ status: "completed", output: [], usage: { cost: "0.21" } });
  expect(parseTaskAnswer(read.body)).toMatchObject({
    task: { status: "failed", error: { code: "002014096" } },
  });
});

test("the first full download of a clip breaks off midway", async () => {
  const fixture = await openTestSimulator();
  const { body } = await fixture.create({ prompt: "A sea [[clip breaks once]]" });
  await fixture.finishAll();
  const { output } = (await fixture.read(body.id)).body;
  const path = new URL(output[0].content[0].url).pathname;
  const part = await fixture.fetch(path, { headers: { Range: "bytes=0-" } });
  expect((await part.arrayBuffer()).byteLength).toBe(FAKE_CLIP_BYTES.length);

  expect((await fixture.fetch(path, { method: "HEAD" })).status).toBe(200);

  const broken = await fixture.fetch(path);
  expect(broken.headers.get("Content-Length")).toBe(String(FAKE_CLIP_BYTES.length));
  const reader = broken.body?.getReader();
  expect((await reader?.read())?.value).toEqual(
    FAKE_CLIP_BYTES.slice(0, FAKE_CLIP_BYTES.length / 2),
  );
  const [rest] = await Promise.allSettled([reader?.read(), fixture.clock.advance(100)]);
  expect(rest).toMatchObject({ status: "rejected", reason: { message: "connection reset" } });

  const again = await fixture.fetch(path);
  expect(new Uint8Array(await again.arrayBuffer())).toEqual(FAKE_CLIP_BYTES);
});

describe("a refused create creates no task", () => {
  test.each([
    ["[[refuse moderation]]", 400, 1301],
    ["[[http 401]]", 401, 401],
    ["[[http 402]]", 402, 402],
    ["[[http 403]]", 403, 403],
    ["[[http 429]]", 429, 429],
    ["[[http 1303]]", 429, 1303],
    ["[[http 500]]", 500, 500],
  ])("%s: HTTP %i, code %i", async (tag, status, code) => {
    const fixture = await openTestSimulator();
    const params = { prompt: `A sea ${tag}`, external_task_id: "mine" };
    expect(await fixture.create(params)).toMatchObject({ status, body: { code } });
    expect((await fixture.create(params)).status).toBe(status);
    expect((await fixture.read("mine")).status).toBe(404);
  });

  test.each(BUSINESS_CODES)("[[code $code]]: HTTP $usualHttp, code $code", async (row) => {
    const fixture = await openTestSimulator();
    const params = { prompt: `A sea [[code ${row.code}]]`, external_task_id: "mine" };
    const { status, body } = await fixture.create(params);
    expect(status).toBe(row.usualHttp);
    expect(parseRefusal(body)).toEqual({
      code: row.code,
      message: `${row.description} (asked for in the prompt)`,
    });
    expect((await fixture.read("mine")).status).toBe(404);
  });

  test.each([
    ["[[nested]]", 429, { error: { code: 1302, retry_after: 3 } }],
    ["[[wrapped]]", 200, { data: null, status: { code: 1302, retry_after: 3 } }],
    ["[[in a string]]", 429, { error: expect.stringMatching(/^\{"error":\{"code":1302,/) }],
  ])("%s: the same refusal in another form", async (form, status, shape) => {
    const fixture = await openTestSimulator();
    const answer = await fixture.create({ prompt: `A sea [[code 1302]] ${form}` });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(shape);
    expect(findReason(answer.body)).toMatchObject({ code: "1302", retryAfter: "3" });
  });

  test("[[http 429]] sends a retry delay", async () => {
    const fixture = await openTestSimulator();
    const { headers } = await fixture.create({ prompt: "[[http 429]]" });
    expect(headers.get("Retry-After")).toBe("2");
  });

  test("[[wrapped 402]]: in the wrapped form, with HTTP 200", async () => {
    const fixture = await openTestSimulator();
    const answer = await fixture.create({ prompt: "[[wrapped 402]]" });
    expect(answer.status).toBe(200);
    expect(parseTaskAnswer(answer.body)).toMatchObject({
      kind: "refused",
      refusal: { code: "402" },
    });
  });

  test("[[http 429 once]]: only the first create of a key and prompt is refused", async () => {
    const fixture = await openTestSimulator();
    const create = async (key: string) =>
      (await fixture.create({ prompt: "A sea [[http 429 once]]" }, key)).status;
    expect([await create("a"), await create("a"), await create("b")]).toEqual([429, 200, 429]);
  });
});

describe("a create with a garbled response still creates the task", () => {
  test.each([
    ["[[http 500 created]]", 500, "application/json", /^\{"code":500,/],
    ["[[http html]]", 200, "text/html; charset=utf-8", /^<!doctype html>/],
    ["[[http half]]", 200, "application/json", /^\{"id": "$/],
  ])("%s: the task can be read by its external id", async (tag, status, type, text) => {
    const fixture = await openTestSimulator();
    const body = wireBody({ prompt: `A sea ${tag}`, external_task_id: "mine" });
    const response = await fixture.fetch(CREATE_PATH, jsonPost(body));
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe(type);
    expect(await response.text()).toMatch(text);
    expect((await fixture.read("mine")).status).toBe(200);
    expect((await fixture.fetch(CREATE_PATH, jsonPost(body))).status).toBe(409);
  });

  test("[[http reset]]: the body breaks off midway", async () => {
    const fixture = await openTestSimulator();
    const body = wireBody({ prompt: "A sea [[http reset]]", external_task_id: "mine" });
    const response = await fixture.fetch(CREATE_PATH, jsonPost(body));
    const [outcome] = await Promise.allSettled([response.text(), fixture.clock.advance(100)]);
    expect(outcome).toMatchObject({ status: "rejected", reason: { message: "connection reset" } });
    expect((await fixture.read("mine")).status).toBe(200);
  });

  test("[[http timeout]]: no response until the client disconnects", async () => {
    const fixture = await openTestSimulator();
    const client = new AbortController();
    const body = wireBody({ prompt: "A sea [[http timeout]]", external_task_id: "mine" });
    let isAnswered = false;
    const answer = fixture
      .fetch(CREATE_PATH, { ...jsonPost(body), signal: client.signal })
      .finally(() => {
        isAnswered = true;
      });
    await fixture.clock.advance(600_000);
    expect(isAnswered).toBe(false);
    expect((await fixture.read("mine")).status).toBe(200);
    client.abort();
    expect((await answer).status).toBe(503);
  });

  test("[[http timeout]]: closing the simulator ends the wait", async () => {
    const fixture = await openTestSimulator();
    const body = wireBody({ prompt: "A sea [[http timeout]]" });
    const answer = fixture.fetch(CREATE_PATH, jsonPost(body));
    await fixture.activity.quiet();
    await fixture.simulator.close();
    expect((await answer).status).toBe(503);
    expect((await fixture.fetch("/healthz")).status).toBe(503);
  });
});
