import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { Upstream } from "#studio/domain/completion-prior.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { aCompletedEntry, atSecond, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { MemoryDisk } from "#studio/testing/memory-library.ts";
import { createLimit } from "./limit.ts";
import { watchOptions } from "./watch-options.ts";

const POLL_MIN_MS = 2000;

/** The gap that a watch leaves after an answered read, so many seconds after the create was sent. */
async function gapAfter(seconds: number, upstream: Upstream, history: LibraryEntry[] = []) {
  const library = new MemoryDisk().open();
  await library.add([aWatchedEntry({ id: "a" }), ...history]);
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

/** Four clips that took about 75 seconds each. */
const HISTORY = [72, 75, 76, 79].map((seconds) =>
  aCompletedEntry({
    id: `took-${seconds}`,
    unendedAt: atSecond(seconds - 2),
    endedAt: atSecond(seconds),
  }),
);

test("once ends are known, the real service is asked when one is likely, and hardly before", async () => {
  expect(await gapAfter(1, "live", HISTORY)).toBeGreaterThan(10 * POLL_MIN_MS);
  expect(await gapAfter(75, "live", HISTORY)).toBeLessThan(5 * POLL_MIN_MS);
});

test("before that it is asked often at first, and the rarer the longer it takes", async () => {
  const [, ...few] = HISTORY.slice(1);
  const gaps = [1, 75, 200, 3600].map((seconds) => gapAfter(seconds, "live", few));
  expect(await Promise.all(gaps)).toEqual([POLL_MIN_MS, 3750, 10_000, 30_000]);
});

test("the simulator is asked often, for its progress is worth seeing", async () => {
  expect(await gapAfter(1, "simulator", HISTORY)).toBe(POLL_MIN_MS);
});
