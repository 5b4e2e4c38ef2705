import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { Upstream } from "#studio/domain/completion-prior.ts";
import { atSecond, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { MemoryDisk } from "#studio/testing/memory-library.ts";
import { createLimit } from "./limit.ts";
import { watchOptions } from "./watch-options.ts";

const POLL_MIN_MS = 2000;

/** The gap that a watch leaves after an answered read, so many seconds after the create was sent. */
async function gapAfter(seconds: number, upstream: Upstream) {
  const library = new MemoryDisk().open();
  await library.add([aWatchedEntry({ id: "a" })]);
  const options = watchOptions("a", {
    deps: {
      library,
      createGeneration: () => Promise.reject(new Error("not asked for")),
      readGeneration: () => Promise.reject(new Error("not asked for")),
      readConfig: () => Promise.reject(new Error("not asked for")),
      askToKeepLibrary: () => undefined,
      newId: () => "b",
      now: () => new Date(atSecond(seconds)),
      sending: new Set(),
    },
    limit: createLimit(1),
    createTimeoutMs: 30_000,
    pollMinMs: POLL_MIN_MS,
    upstream,
  });
  const { queryKey, refetchInterval } = options;
  if (typeof refetchInterval !== "function") throw new Error("the gap is a decision");
  const client = new QueryClient();
  client.setQueryData(queryKey, { reads: 1, failures: 0, problem: null });
  const observer = new QueryObserver(client, { ...options, enabled: false });
  return refetchInterval(observer.getCurrentQuery());
}

test("the real service is asked when an end is likely, and hardly before", async () => {
  expect(await gapAfter(1, "live")).toBeGreaterThan(10 * POLL_MIN_MS);
  expect(await gapAfter(75, "live")).toBeLessThan(5 * POLL_MIN_MS);
});

test("the simulator is asked often, for its progress is worth seeing", async () => {
  expect(await gapAfter(1, "simulator")).toBe(POLL_MIN_MS);
});
