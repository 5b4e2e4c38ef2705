import { expect, test } from "vitest";
import * as z from "zod/mini";
import { type Generation, generationSchema } from "./generation.ts";

const GENERATION: Generation = {
  id: "task-1",
  externalTaskId: "mine-1",
  echoedTaskId: null,
  status: "failed",
  upstreamStatus: "error",
  progress: 0.5,
  createdAt: "2026-11-22T00:00:00.000Z",
  updatedAt: null,
  usage: { cost: "0.35", discount: "5%", currency: "USD" },
  error: { code: "60301", causeCode: "60302", message: "Unsafe." },
  metadata: { seed: 7 },
  clips: [{ index: 0, durationSeconds: 5, src: "/api/generations/task-1/clips/0" }],
  unknownFields: { region: "eu" },
};

test("a generation is read with every field", () => {
  expect(z.parse(generationSchema, GENERATION)).toEqual(GENERATION);
});

test.each([
  ["a clip without its path", { clips: [{ index: 0, durationSeconds: 5 }] }],
  ["an error without a message", { error: { code: "60301" } }],
  ["an unknown status", { status: "in_queue" }],
  ["no id", { id: undefined }],
])("a generation with %s is rejected", (_name, change) => {
  expect(z.safeParse(generationSchema, { ...GENERATION, ...change }).success).toBe(false);
});
