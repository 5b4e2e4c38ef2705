import { expect, test } from "vitest";
import * as z from "zod/mini";
import { configSchema } from "./config.ts";
import { PROBLEM_CONTENT_TYPE, problemSchema, problemType } from "./problem.ts";

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

test("the proxy's upstream is the simulator or a live Kirin", () => {
  expect(z.parse(configSchema, { ...CONFIG, upstream: "simulator" }).upstream).toBe("simulator");
  expect(z.safeParse(configSchema, { ...CONFIG, upstream: "staging" }).success).toBe(false);
});

test("a problem has the media type of RFC 9457 and a URN as its type", () => {
  expect(PROBLEM_CONTENT_TYPE).toBe("application/problem+json");
  expect(problemType("not-found")).toBe("urn:kirin-studio:problem:not-found");
});

test("an invalid parameter without its name or message makes a problem unreadable", () => {
  const problem = {
    type: problemType("invalid-parameters"),
    title: "Invalid",
    status: 400,
    code: "invalid-parameters",
    detail: "Check the form.",
    retryable: false,
    requestId: "request-1",
  };
  const read = (issue: object) => z.safeParse(problemSchema, { ...problem, issues: [issue] });
  expect(read({ field: "prompt", message: "prompt-missing" }).success).toBe(true);
  expect(read({ field: "prompt" }).success).toBe(false);
  expect(read({}).success).toBe(false);
});
