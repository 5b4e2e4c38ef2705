import { beforeEach, expect, test } from "vitest";
import {
  aGeneration,
  anEntryIn,
  aProblem,
  atSecond,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { openPage } from "#studio/testing/page.ts";
import { readEntry } from "./read-entry.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});

const read = (id = "entry-1", signal?: AbortSignal) =>
  readEntry(page.deps, id, { createTimeoutMs: 30_000, ...(signal ? { signal } : {}) });

test("does not read an entry that is not in the library", async () => {
  expect(await read("none")).toBeNull();
  expect(page.readGeneration).not.toHaveBeenCalled();
});

test("records a response with the times of the request and of the response", async () => {
  await page.library.add([anEntryIn("unknown")]);
  page.readGeneration.mockImplementation(async () => {
    page.time.nowMs += 2000;
    return { ok: true, value: aGeneration() };
  });
  expect(await read()).toBeNull();
  expect(page.readGeneration).toHaveBeenCalledExactlyOnceWith("entry-1", undefined);
  expect(page.row("entry-1")).toMatchObject({
    phase: "waiting",
    unendedAt: atSecond(0),
    heardAt: atSecond(2),
  });
});

test("keeps the entry waiting after the response to a read", async () => {
  await page.library.add([anEntryIn("accepted")]);
  const value = aGeneration({ id: "kirin-entry-1" });
  page.readGeneration.mockResolvedValue({ ok: true, value });
  await read();
  expect(page.readGeneration).toHaveBeenCalledExactlyOnceWith("kirin-entry-1", undefined);
  expect(page.row("entry-1")?.phase).toBe("waiting");
});

test("records and returns a problem, with the time of the request", async () => {
  await page.library.add([aWatchedEntry()]);
  const problem = aProblem("task-not-found");
  page.readGeneration.mockImplementation(async () => {
    page.time.nowMs += 2000;
    return { ok: false, problem };
  });
  expect(await read()).toEqual(problem);
  expect(page.row("entry-1")).toMatchObject({
    problem,
    missing: { since: atSecond(0), reads: 1 },
  });
});

test("does not record a response that is no longer awaited", async () => {
  await page.library.add([aWatchedEntry()]);
  const ended = new AbortController();
  page.readGeneration.mockImplementation(async () => {
    ended.abort();
    return { ok: false, problem: aProblem("internal-error") };
  });
  expect(await read("entry-1", ended.signal)).toBeNull();
  expect(page.readGeneration).toHaveBeenCalledExactlyOnceWith("kirin-entry-1", ended.signal);
  expect(page.row("entry-1")).toEqual(aWatchedEntry());
});
