import { expect, it } from "vitest";
import { PROBLEM_CODES } from "#contract/problem.ts";
import { toProblem } from "./problem-response.ts";
import { problemRule } from "./problem-rules.ts";

const withOutcome = (outcome: string) =>
  PROBLEM_CODES.filter((code) => problemRule(code).outcome === outcome);

it("reports not-sent only where the proxy itself refused or never connected", () => {
  expect(withOutcome("not-sent")).toEqual([
    "invalid-json",
    "invalid-content-type",
    "invalid-parameters",
    "body-too-large",
    "forbidden-origin",
    "wrong-host",
    "malformed-request",
    "headers-too-large",
    "request-timeout",
    "not-found",
    "method-not-allowed",
    "signed-out",
    "wrong-password",
    "too-many-attempts",
    "too-many-requests",
    "upstream-unreachable",
    "missing-key",
    "server-stopping",
  ]);
});

it("reports an unknown outcome wherever Kirin may have created a task", () => {
  expect(withOutcome("unknown")).toEqual([
    "upstream-timeout",
    "upstream-reset",
    "upstream-error",
    "upstream-unreadable",
    "upstream-too-large",
    "upstream-redirected",
    "internal-error",
  ]);
});

it("never marks a create of unknown outcome as retryable, and other failures only if they are transient", () => {
  for (const code of PROBLEM_CODES) {
    const { outcome, isTransient } = problemRule(code);
    const create = toProblem({ code }, "request-1", "create");
    expect(create).toMatchObject({ outcome, retryable: isTransient && outcome !== "unknown" });
    const other = toProblem({ code }, "request-1", "other");
    expect(other.retryable).toBe(isTransient);
    expect(other).not.toHaveProperty("outcome");
  }
  const passing = PROBLEM_CODES.filter((code) => problemRule(code).isTransient);
  expect(passing).toEqual([
    "request-timeout",
    "signed-out",
    "too-many-attempts",
    "too-many-requests",
    "rate-limited",
    "parallel-limit",
    "upstream-unreachable",
    "upstream-timeout",
    "upstream-reset",
    "upstream-error",
    "upstream-unreadable",
    "clip-not-ready",
    "clip-unavailable",
    "server-stopping",
  ]);
});

it("every problem has a title and one sentence of its own", () => {
  const rules = PROBLEM_CODES.map(problemRule);
  for (const { title, detail } of rules) {
    expect(title).toMatch(/^[A-Z][\w ]+$/);
    expect(detail).toMatch(/^[A-Z].+\.$/);
  }
  expect(new Set(rules.map(({ title }) => title)).size).toBe(PROBLEM_CODES.length);
  expect(new Set(rules.map(({ detail }) => detail)).size).toBe(PROBLEM_CODES.length);
});
