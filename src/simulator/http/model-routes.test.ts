/** The model list and spec, with the types that the platform's command-line client expects. */
import { expect, test } from "vitest";
import { MODELS_PATH } from "#kirin/endpoints.ts";
import { MODEL_ID } from "#kirin/parameters.ts";
import { ORIGIN, openTestSimulator } from "../testing/test-simulator.ts";
import type { SpecParameter } from "./model-spec.ts";

test("the list needs no key and contains the one model", async () => {
  const { fetch } = await openTestSimulator();
  const response = await fetch(`${MODELS_PATH}?page=1&page_size=20&type=video&keywords=kirin`);
  expect(await response.json()).toEqual({
    status: { code: 200, message: "ok" },
    data: {
      models: [
        {
          id: MODEL_ID,
          name: expect.any(String),
          type: "video",
          description: expect.any(String),
          input_modalities: ["text"],
          output_modalities: ["video"],
        },
      ],
      total: 1,
      page: 1,
      page_size: 20,
      total_pages: 1,
    },
  });
});

test.each([
  ["type=image", 0, 0],
  ["keywords=nothing-like-it", 0, 0],
  ["page=2", 1, 0],
  ["page=x&page_size=-1", 1, 1],
  ["page=2x", 1, 1],
  ["", 1, 1],
])("the list filtered by %j has %i models, %i on the page", async (query, total, listed) => {
  const { fetch } = await openTestSimulator();
  const { data } = await (await fetch(`${MODELS_PATH}?${query}`)).json();
  expect([data.total, data.models.length]).toEqual([total, listed]);
});

test("the spec contains the endpoint and every parameter with its limits", async () => {
  const { fetch } = await openTestSimulator();
  const { status, data } = await (await fetch(`${MODELS_PATH}/${MODEL_ID}/spec`)).json();
  expect(status).toEqual({ code: 200, message: "ok" });
  expect(data).toMatchObject({
    model_id: MODEL_ID,
    name: expect.any(String),
    vendor: expect.any(String),
    type: "video",
    api: { endpoint: `${ORIGIN}/model/v1/generation`, method: "POST" },
    agent_prompt: expect.any(String),
  });
  const byName = new Map((data.parameters as SpecParameter[]).map((p) => [p.name, p]));
  expect([...byName.keys()]).toEqual([
    "prompt",
    "negative_prompt",
    "mode",
    "sound",
    "aspect_ratio",
    "duration",
    "watermark_info",
    "callback_url",
    "external_task_id",
  ]);
  expect(byName.get("prompt")).toMatchObject({
    type: "string",
    required: true,
    constraints: { min_length: 1, max_length: 2500 },
  });
  expect(byName.get("duration")).toMatchObject({
    type: "string",
    required: false,
    constraints: { enum: ["5", "10"], default: "5" },
  });
  expect(byName.get("watermark_info")).toMatchObject({
    type: "object",
    children: [{ name: "enabled", type: "boolean" }],
  });
});

test("the spec names the path, the limits and the defaults of each parameter", async () => {
  const { fetch } = await openTestSimulator();
  const { data } = await (await fetch(`${MODELS_PATH}/${MODEL_ID}/spec`)).json();
  const parameters = data.parameters as SpecParameter[];
  const enabled = parameters.flatMap(({ children = [] }) => children);
  expect([...parameters, ...enabled].map(({ path }) => path)).toEqual([
    ...parameters.map(({ name }) => `input[0].params.${name}`),
    "input[0].params.watermark_info.enabled",
  ]);
  for (const { description } of [...parameters, ...enabled]) {
    expect(description).toMatch(/^[A-Za-z].* .*\.$/);
  }
  expect(parameters.map(({ name, required }) => [name, required])).toEqual(
    parameters.map(({ name }) => [name, name === "prompt"]),
  );
  expect(
    Object.fromEntries(parameters.map(({ name, constraints }) => [name, constraints])),
  ).toEqual({
    prompt: { min_length: 1, max_length: 2500 },
    negative_prompt: { min_length: 0, max_length: 2500 },
    mode: { enum: ["std", "pro"], default: "std" },
    sound: { enum: ["on", "off"], default: "off" },
    aspect_ratio: { enum: ["16:9", "9:16", "1:1"], default: "16:9" },
    duration: { enum: ["5", "10"], default: "5" },
    watermark_info: undefined,
    callback_url: {},
    external_task_id: { max_length: 128 },
  });
  expect(enabled).toMatchObject([{ required: false, constraints: { default: false } }]);
  expect(data.api.headers).toEqual({
    Authorization: "Bearer {{API_KEY}}",
    "Content-Type": "application/json",
  });
  expect(data.agent_prompt).toMatch(/^Create: POST .*\nThen read .*\.$/);
});

test("an unknown model gets a 404 in the wrapped form", async () => {
  const { fetch } = await openTestSimulator();
  const response = await fetch(`${MODELS_PATH}/kirin_v9/spec`);
  expect(await response.json()).toMatchObject({ status: { code: 404 } });
});
