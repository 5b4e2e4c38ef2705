/** Every trouble of the table, met through the HTTP face. */
import { describe, expect, test } from "vitest";
import { BUSINESS_CODES } from "#kirin/business-codes.ts";
import { CREATE_PATH } from "#kirin/endpoints.ts";
import { findReason, parseRefusal } from "#kirin/refusal.ts";
import { parseTaskAnswer } from "#kirin/task.ts";
import { STAGED_BYTES } from "./testing/stage-renderer.ts";
import { jsonPost, openStand, wireBody } from "./testing/stand.ts";
import { TROUBLES, troublesIn } from "./troubles.ts";

describe("the table", () => {
  test("has different words for every trouble, none of them part of another", () => {
    for (const { words } of TROUBLES) {
      expect(words).toBe(words.toLowerCase());
      expect(TROUBLES.filter((other) => other.words.includes(words))).toHaveLength(1);
    }
  });

  test("is read in any case, and several at once", () => {
    expect(troublesIn("a sea [[FAIL 002014095]] [[slow queue]]").map(({ kind }) => kind)).toEqual([
      "fail",
      "slow-queue",
    ]);
    expect(troublesIn("[Sailor, calm voice]: fail 002014095")).toEqual([]);
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
  ])("%s: in progress first, then failed with %s, and not charged", async (words, code) => {
    const stand = await openStand();
    const { body } = await stand.create({ prompt: `A sea ${words}` });
    await stand.clock.advance(500);
    expect((await stand.read(body.id)).body.status).toBe("in_progress");
    await stand.clock.advance(1_000);
    const failed = await stand.read(body.id);
    expect(failed.body).toMatchObject({
      status: "failed",
      error: { code, error_message: expect.any(String) },
    });
    expect(failed.body).not.toHaveProperty("output");
    expect(stand.renderer.started).toEqual([]);
    expect((await stand.get("/ledger")).body.total).toBe("0");
  });

  test.each([
    ["[[fail 1301]]", { code: "002014097", causeCode: "1301", message: /content moderation/ }],
    ["[[fail elsewhere]]", { code: null, message: /lost its input/ }],
  ])("%s: Kirin's reader finds the reason", async (words, { message, ...codes }) => {
    const stand = await openStand();
    const { body } = await stand.create({ prompt: `A sea ${words}` });
    await stand.clock.advance(1_500);
    expect(parseTaskAnswer((await stand.read(body.id)).body)).toMatchObject({
      task: { status: "failed", error: { ...codes, message: expect.stringMatching(message) } },
    });
  });

  test("has a plain text as its error for the command-line client", async () => {
    const stand = await openStand();
    const { body } = await stand.create({ prompt: "A sea [[fail 002014098]]" });
    await stand.clock.advance(1_500);
    const headers = { Authorization: "Bearer sk-one", "X-Source": "cli" };
    const read = await stand.fetch(`${CREATE_PATH}/task/${body.id}`, { headers });
    expect((await read.json()).error).toMatch(/^002014098: /);
  });
});

test("a task that never ends stands still, and stops no other", async () => {
  const stand = await openStand({ renderSlots: 1, parallelLimit: 1 });
  const stuck = await stand.create({ prompt: "A sea [[never ends]]" });
  await stand.clock.advance(3_600_000);
  const { body } = await stand.read(stuck.body.id);
  expect(body).toMatchObject({ status: "in_progress", progress: 0.42 });
  const other = await stand.create({ prompt: "A sea" });
  await stand.finishAll();
  expect((await stand.read(other.body.id)).body.status).toBe("completed");
});

test("a slow queue takes 30 s", async () => {
  const stand = await openStand();
  const { body } = await stand.create({ prompt: "A sea [[slow queue]]" });
  await stand.clock.advance(29_999);
  expect((await stand.read(body.id)).body.status).toBe("in_queue");
  await stand.clock.advance(1);
  expect((await stand.read(body.id)).body.status).toBe("in_progress");
});

test("reads fail until the task has ended", async () => {
  const stand = await openStand();
  const { status, body } = await stand.create({ prompt: "A sea [[reads fail]]" });
  expect(status).toBe(200);
  expect((await stand.read(body.id)).status).toBe(503);
  await stand.finishAll();
  expect((await stand.read(body.id)).body.status).toBe("completed");
});

test("a task without a clip is completed and charged, and Kirin's reader calls it unreadable", async () => {
  const stand = await openStand();
  const { body } = await stand.create({ prompt: "A sea [[no clip]]" });
  await stand.finishAll();
  const read = await stand.read(body.id);
  expect(read.body).toMatchObject({ status: "completed", output: [], usage: { cost: "0.21" } });
  expect(parseTaskAnswer(read.body)).toMatchObject({
    task: { status: "failed", error: { code: "002014096" } },
  });
});

test("a clip breaks off half-way, the first time that all of it is asked for", async () => {
  const stand = await openStand();
  const { body } = await stand.create({ prompt: "A sea [[clip breaks once]]" });
  await stand.finishAll();
  const { output } = (await stand.read(body.id)).body;
  const path = new URL(output[0].content[0].url).pathname;
  const part = await stand.fetch(path, { headers: { Range: "bytes=0-" } });
  expect((await part.arrayBuffer()).byteLength).toBe(STAGED_BYTES.length);

  const broken = await stand.fetch(path);
  expect(broken.headers.get("Content-Length")).toBe(String(STAGED_BYTES.length));
  const reader = broken.body?.getReader();
  expect((await reader?.read())?.value).toEqual(STAGED_BYTES.slice(0, STAGED_BYTES.length / 2));
  const [rest] = await Promise.allSettled([reader?.read(), stand.clock.advance(100)]);
  expect(rest).toMatchObject({ status: "rejected", reason: { message: "connection reset" } });

  const again = await stand.fetch(path);
  expect(new Uint8Array(await again.arrayBuffer())).toEqual(STAGED_BYTES);
});

describe("a create that is refused makes no task", () => {
  test.each([
    ["[[refuse moderation]]", 400, 1301],
    ["[[http 401]]", 401, 401],
    ["[[http 402]]", 402, 402],
    ["[[http 403]]", 403, 403],
    ["[[http 429]]", 429, 429],
    ["[[http 1303]]", 429, 1303],
    ["[[http 500]]", 500, 500],
  ])("%s: HTTP %i, code %i", async (words, status, code) => {
    const stand = await openStand();
    const params = { prompt: `A sea ${words}`, external_task_id: "mine" };
    expect(await stand.create(params)).toMatchObject({ status, body: { code } });
    expect((await stand.create(params)).status).toBe(status);
    expect((await stand.read("mine")).status).toBe(404);
  });

  test.each(BUSINESS_CODES)("[[code $code]]: HTTP $usualHttp, code $code", async (row) => {
    const stand = await openStand();
    const params = { prompt: `A sea [[code ${row.code}]]`, external_task_id: "mine" };
    const { status, body } = await stand.create(params);
    expect(status).toBe(row.usualHttp);
    expect(parseRefusal(body)).toEqual({
      code: row.code,
      message: `${row.description} (asked for in the prompt)`,
    });
    expect((await stand.read("mine")).status).toBe(404);
  });

  test.each([
    ["[[nested]]", 429, { error: { code: 1302, retry_after: 3 } }],
    ["[[wrapped]]", 200, { data: null, status: { code: 1302, retry_after: 3 } }],
    ["[[in a string]]", 429, { error: expect.stringMatching(/^\{"error":\{"code":1302,/) }],
  ])("%s: the same refusal in another form", async (form, status, shape) => {
    const stand = await openStand();
    const answer = await stand.create({ prompt: `A sea [[code 1302]] ${form}` });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(shape);
    expect(findReason(answer.body)).toMatchObject({ code: "1302", retryAfter: "3" });
  });

  test("[[http 429]] says when to come again", async () => {
    const stand = await openStand();
    const { headers } = await stand.create({ prompt: "[[http 429]]" });
    expect(headers.get("Retry-After")).toBe("2");
  });

  test("[[wrapped 402]]: in the wrapped form, with HTTP 200", async () => {
    const stand = await openStand();
    const answer = await stand.create({ prompt: "[[wrapped 402]]" });
    expect(answer.status).toBe(200);
    expect(parseTaskAnswer(answer.body)).toMatchObject({
      kind: "refused",
      refusal: { code: "402" },
    });
  });

  test("[[http 429 once]]: only the first time for one key and prompt", async () => {
    const stand = await openStand();
    const create = async (key: string) =>
      (await stand.create({ prompt: "A sea [[http 429 once]]" }, key)).status;
    expect([await create("a"), await create("a"), await create("b")]).toEqual([429, 200, 429]);
  });
});

describe("a create whose answer tells nothing has made the task all the same", () => {
  test.each([
    ["[[http 500 created]]", 500, /^\{"code":500,/],
    ["[[http html]]", 200, /^<!doctype html>/],
    ["[[http half]]", 200, /^\{"id": "$/],
  ])("%s", async (words, status, text) => {
    const stand = await openStand();
    const body = wireBody({ prompt: `A sea ${words}`, external_task_id: "mine" });
    const response = await stand.fetch(CREATE_PATH, jsonPost(body));
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(text);
    expect((await stand.read("mine")).status).toBe(200);
    expect((await stand.fetch(CREATE_PATH, jsonPost(body))).status).toBe(409);
  });

  test("[[http reset]]: the body breaks off", async () => {
    const stand = await openStand();
    const body = wireBody({ prompt: "A sea [[http reset]]", external_task_id: "mine" });
    const response = await stand.fetch(CREATE_PATH, jsonPost(body));
    const [outcome] = await Promise.allSettled([response.text(), stand.clock.advance(100)]);
    expect(outcome).toMatchObject({ status: "rejected", reason: { message: "connection reset" } });
    expect((await stand.read("mine")).status).toBe(200);
  });

  test("[[http timeout]]: nothing comes until the client goes", async () => {
    const stand = await openStand();
    const client = new AbortController();
    const body = wireBody({ prompt: "A sea [[http timeout]]", external_task_id: "mine" });
    let isAnswered = false;
    const answer = stand
      .fetch(CREATE_PATH, { ...jsonPost(body), signal: client.signal })
      .finally(() => {
        isAnswered = true;
      });
    await stand.clock.advance(600_000);
    expect(isAnswered).toBe(false);
    expect((await stand.read("mine")).status).toBe(200);
    client.abort();
    expect((await answer).status).toBe(503);
  });

  test("[[http timeout]]: closing the simulator ends the wait", async () => {
    const stand = await openStand();
    const body = wireBody({ prompt: "A sea [[http timeout]]" });
    const answer = stand.fetch(CREATE_PATH, jsonPost(body));
    await stand.activity.quiet();
    await stand.simulator.close();
    expect((await answer).status).toBe(503);
    expect((await stand.fetch("/healthz")).status).toBe(503);
  });
});
