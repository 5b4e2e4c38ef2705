import { expect, it } from "vitest";
import type { Upstream } from "#proxy/options.ts";
import { taskKey, usableKey } from "./usable-key.ts";

const upstream = (apiKey: string | null, baseUrl = "https://kirin.test"): Upstream => ({
  baseUrl,
  apiKey: () => apiKey,
  kind: "live",
  fetch: () => Promise.reject(new Error("not called")),
});

it.each(["sk-1", "!~"])("sends the key %j", (key) => {
  expect(usableKey(upstream(key))).toBe(key);
});

it.each([null, "", "sk 1", "sk-1\n", "\u00a0sk-1", "sk-ü", "sk\u007f"])(
  "never sends %j, which no header can carry",
  (key) => {
    expect(usableKey(upstream(key))).toBeNull();
  },
);

it("caches a task apart for each Kirin, key and id", () => {
  const keys = [
    taskKey(upstream("sk-1"), "task-1"),
    taskKey(upstream("sk-1"), "task-2"),
    taskKey(upstream("sk-2"), "task-1"),
    taskKey(upstream("sk-1", "https://other.test"), "task-1"),
    taskKey(upstream(null), "task-1"),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(taskKey(upstream("sk-1"), "task-1")).toBe(keys[0]);
});
