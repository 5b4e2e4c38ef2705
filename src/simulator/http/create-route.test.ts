/** Creating tasks: accepted and refused requests. */
import { describe, expect, test } from "vitest";
import { CREATE_PATH, PRECHARGE_PATH } from "#kirin/endpoints.ts";
import { PROMPT_MAX_CHARACTERS } from "#kirin/parameters.ts";
import { parseQuote } from "#kirin/quote.ts";
import { parseRefusal } from "#kirin/refusals/refusal.ts";
import { jsonPost, openTestSimulator, wireBody } from "../testing/test-simulator.ts";

describe("a key", () => {
  test.each([null, "", "Bearer", "Bearer  ", "Basic abc", "Bearer sk-invalid"])(
    "%j gets a 401",
    async (value) => {
      const { fetch } = await openTestSimulator();
      const init = jsonPost(wireBody({ prompt: "A lighthouse" }));
      const headers = new Headers(init.headers);
      if (value === null) headers.delete("Authorization");
      else headers.set("Authorization", value);
      for (const path of [CREATE_PATH, PRECHARGE_PATH]) {
        expect((await fetch(path, { ...init, headers })).status).toBe(401);
      }
      for (const path of [`${CREATE_PATH}/task/x`, "/ledger"]) {
        expect((await fetch(path, { headers })).status).toBe(401);
      }
    },
  );

  test("is asked for, or named as wrong, in a sentence", async () => {
    const { fetch } = await openTestSimulator();
    const ask = async (value?: string) => {
      const headers = new Headers(value === undefined ? {} : { Authorization: value });
      const response = await fetch("/ledger", { headers });
      const { message } = await response.json();
      return [response.status, response.headers.get("WWW-Authenticate"), message];
    };
    expect(await ask()).toEqual([401, "Bearer", "An API key is required."]);
    expect(await ask("Bearer sk-invalid")).toEqual([401, "Bearer", "The API key is invalid."]);
    expect(await ask("bearer   sk-one ")).toEqual([200, null, undefined]);
  });

  test("separates tasks, external ids and charges", async () => {
    const fixture = await openTestSimulator();
    const { body } = await fixture.create({ prompt: "A lighthouse", external_task_id: "mine" });
    expect(
      (await fixture.create({ prompt: "A sea", external_task_id: "mine" }, "sk-two")).status,
    ).toBe(200);
    await fixture.finishAll();
    expect((await fixture.read(body.id, "sk-two")).status).toBe(404);
    expect((await fixture.read("mine", "sk-two")).body.id).not.toBe(body.id);
    expect((await fixture.get("/ledger", "sk-two")).body.entries).toHaveLength(1);
    expect((await fixture.get("/ledger", "sk-three")).body).toMatchObject({
      total: "0",
      entries: [],
    });
  });
});

describe("a body", () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ["no prompt", {}, /^prompt /],
    ["an empty prompt", { prompt: "" }, /^prompt /],
    ["a long prompt", { prompt: "x".repeat(PROMPT_MAX_CHARACTERS + 1) }, /^prompt .*2500/],
    [
      "a too long negative prompt",
      { prompt: "x", negative_prompt: "🎬".repeat(2501) },
      /^negative_prompt /,
    ],
    ["a numeric duration", { prompt: "x", duration: 5 }, /^duration .*"5", "10"/],
    ["another duration", { prompt: "x", duration: "7" }, /^duration /],
    ["another mode", { prompt: "x", mode: "max" }, /^mode .*"std", "pro"/],
    ["sound without pro", { prompt: "x", sound: "on" }, /^sound /],
    ["another ratio", { prompt: "x", aspect_ratio: "4:3" }, /^aspect_ratio /],
    ["a bare watermark", { prompt: "x", watermark_info: true }, /^watermark_info /],
    [
      "a string as watermark",
      { prompt: "x", watermark_info: { enabled: "yes" } },
      /^watermark_info\.enabled /,
    ],
    ["an empty callback", { prompt: "x", callback_url: "" }, /^callback_url /],
    ["another scheme", { prompt: "x", callback_url: "ftp://a/b" }, /^callback_url /],
    ["a path as callback", { prompt: "x", callback_url: "/a" }, /^callback_url .*https? /],
    ["an unusable id", { prompt: "x", external_task_id: ".." }, /^external_task_id .*id\.$/],
  ])("gets a 400 that names the parameter if it has %s", async (_, params, message) => {
    const fixture = await openTestSimulator();
    const answer = await fixture.create(params);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toMatch(message);
    expect(parseRefusal(answer.body)).toEqual({ code: "400", message: answer.body.message });
  });

  test.each<[string, unknown, number]>([
    ["truncated JSON", '{"model": ', 400],
    ["two JSON values", "{}{}", 400],
    ["nothing", "", 400],
    ["a list", [], 400],
    ["another model", wireBody({ prompt: "x" }, "kirin_v9"), 400],
    ["no input", { model: "kirin_v2_6_t2v" }, 400],
    ["flat parameters", { model: "kirin_v2_6_t2v", prompt: "x" }, 400],
    ["too many bytes", wireBody({ prompt: "x", other: "y".repeat(300_000) }), 413],
  ])("is refused if it consists of %s", async (_, body, status) => {
    const { fetch } = await openTestSimulator();
    expect((await fetch(CREATE_PATH, jsonPost(body))).status).toBe(status);
  });

  test.each<[string, unknown, string]>([
    ["truncated JSON", "{", "The body is not valid JSON."],
    ["a list", [], "The body must be a JSON object."],
    ["another model", wireBody({ prompt: "x" }, "kirin_v9"), 'model must be "kirin_v2_6_t2v".'],
    ["no input", { model: "kirin_v2_6_t2v" }, 'input must be a list of one object with "params".'],
    ["no prompt", wireBody({}), "prompt is required and must be a string."],
    [
      "a number as callback",
      wireBody({ prompt: "x", callback_url: 5 }),
      "callback_url must be a string.",
    ],
    [
      "a number as watermark",
      wireBody({ prompt: "x", watermark_info: 1 }),
      'watermark_info must be an object such as {"enabled": true}.',
    ],
  ])("is refused with a sentence if it has %s", async (_, body, message) => {
    const { fetch } = await openTestSimulator();
    const response = await fetch(CREATE_PATH, jsonPost(body));
    expect(await response.json()).toEqual({ code: 400, message });
  });

  test.each([
    ["text/plain", 415],
    ["application/json-seq", 415],
    ["application/json ; charset=utf-8", 200],
  ])("of the content type %s is answered with %i", async (type, status) => {
    const { fetch } = await openTestSimulator();
    const init = jsonPost(wireBody({ prompt: "x" }));
    const headers = { ...init.headers, "Content-Type": type };
    expect((await fetch(CREATE_PATH, { ...init, headers })).status).toBe(status);
  });

  test("is refused without a content type", async () => {
    const { fetch } = await openTestSimulator();
    const body = new TextEncoder().encode(JSON.stringify(wireBody({ prompt: "x" })));
    const headers = { Authorization: "Bearer sk-one" };
    expect((await fetch(CREATE_PATH, { method: "POST", headers, body })).status).toBe(415);
  });

  test("is refused if it is missing or not UTF-8", async () => {
    const { fetch } = await openTestSimulator();
    const { headers } = jsonPost("");
    const prompt = Buffer.from(JSON.stringify(wireBody({ prompt: "\u00e9" })), "latin1");
    for (const body of [null, prompt]) {
      const response = await fetch(CREATE_PATH, { method: "POST", headers: headers ?? {}, body });
      expect(await response.json()).toEqual({ code: 400, message: "The body is not valid JSON." });
    }
  });

  test("is accepted with unknown parameters and maximum length", async () => {
    const fixture = await openTestSimulator();
    const answer = await fixture.create({ prompt: "🎬".repeat(PROMPT_MAX_CHARACTERS), seed: 7 });
    expect(answer.status).toBe(200);
  });
});

describe("an external id", () => {
  test("can be used only once, even by concurrent creates", async () => {
    const fixture = await openTestSimulator();
    const params = { prompt: "A lighthouse", external_task_id: "mine" };
    const answers = await Promise.all([1, 2, 3].map(() => fixture.create(params)));
    const [taken, ...refused] = answers.sort((a, b) => a.status - b.status);
    expect(taken?.status).toBe(200);
    for (const answer of refused) {
      expect(answer.status).toBe(409);
      expect(answer.body.message).toContain(taken?.body.id);
    }
  });

  test.each(["100 %", "ä ö?#&", "日本", "..."])("%j reads its task back", async (id) => {
    const fixture = await openTestSimulator();
    const created = await fixture.create({ prompt: "A lighthouse", external_task_id: id });
    expect((await fixture.read(id)).body).toEqual(created.body);
  });
});

describe("the parallel limit", () => {
  test("refuses another task of the same key until one ends", async () => {
    const fixture = await openTestSimulator({ parallelLimit: 3 });
    const answers = await Promise.all([1, 2, 3, 4].map(() => fixture.create({ prompt: "A sea" })));
    const refused = answers.find(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(refused?.body).toMatchObject({ code: 1303 });
    expect(Number(refused?.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await fixture.create({ prompt: "A sea" }, "sk-two")).status).toBe(200);
    await fixture.finishAll();
    expect((await fixture.create({ prompt: "A sea" })).status).toBe(200);
  });
});

test.each([
  ["a lone surrogate", "fox \uD83E"],
  ["NUL", "fox \u0000"],
])("refuses %s in a prompt and names the reason", async (_, prompt) => {
  const fixture = await openTestSimulator();
  const refused = await fixture.create({ prompt });
  expect(refused.status).toBe(400);
  expect(refused.body.message).toMatch(/^prompt must not contain control characters/);
});

test("precharge returns the price and creates no task", async () => {
  const fixture = await openTestSimulator();
  const body = wireBody({ prompt: "A sea", mode: "pro", sound: "on", external_task_id: "mine" });
  const response = await fixture.fetch(PRECHARGE_PATH, jsonPost(body));
  const quote = await response.json();
  expect(quote).toMatchObject({ status: "success", data: { cost: "0.70", currency: "USD" } });
  expect(parseQuote(quote)).toEqual({ cost: "0.70", currency: "USD", discount: 1 });
  expect((await fixture.read("mine")).status).toBe(404);
});

test("answers the health check", async () => {
  const { fetch } = await openTestSimulator();
  expect(await (await fetch("/healthz")).json()).toEqual({ status: "ok" });
});

test("names a retry delay only where a refusal has one, in the header or in the body", async () => {
  const fixture = await openTestSimulator();
  const ask = async (tag: string) => {
    const { headers, body } = await fixture.create({ prompt: `A sea ${tag}` });
    return [headers.get("Retry-After"), body.retry_after];
  };
  expect(await ask("[[http 402]]")).toEqual([null, undefined]);
  expect(await ask("[[http 429]]")).toEqual(["2", undefined]);
  expect(await ask("[[code 1302]]")).toEqual([null, 3]);
});

test("every response has a request id", async () => {
  const { fetch } = await openTestSimulator();
  const headers = { "X-Request-Id": "r-1" };
  expect((await fetch("/healthz", { headers })).headers.get("X-Request-Id")).toBe("r-1");
  expect((await fetch("/nowhere")).headers.get("X-Request-Id")).toBeTruthy();
});
