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

test("an unknown model gets a 404 in the wrapped form", async () => {
  const { fetch } = await openTestSimulator();
  const response = await fetch(`${MODELS_PATH}/kirin_v9/spec`);
  expect(await response.json()).toMatchObject({ status: { code: 404 } });
});
