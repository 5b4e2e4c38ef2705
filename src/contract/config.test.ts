import { expect, test } from "vitest";
import * as z from "zod/mini";
import { configSchema } from "./config.ts";
import { problemSchema, problemType } from "./problem.ts";

const CONFIG = {
  upstream: "live",
  model: "kirin_v2_6_t2v",
  hasKey: true,
  createTimeoutMs: 30_000,
  readTimeoutMs: 15_000,
  pollMinMs: 2000,
};

test("upgrade: a newer server's configuration has unknown fields → they are ignored", () => {
  const newer = { ...CONFIG, slots: 4, features: { drafts: true } };
  expect(z.parse(configSchema, newer)).toEqual(CONFIG);
});

test("upgrade: a newer server's problem has unknown fields → code and outcome are still read", () => {
  const problem = {
    type: problemType("brand-new"),
    title: "Brand new",
    status: 429,
    code: "brand-new",
    detail: "News.",
    retryable: true,
    requestId: "request-1",
    outcome: "refused",
  };
  expect(z.parse(problemSchema, { ...problem, hints: ["later"] })).toEqual(problem);
});
