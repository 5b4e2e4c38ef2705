import { describe, expect, test } from "vitest";
import { storageProblem } from "#studio/storage/database/storage-problem.ts";
import { aCompletedEntry, anEntry, atSecond } from "#studio/testing/fixtures.ts";
import { EMPTY_LIBRARY, type LibraryEvent, nextLibrary, unfinishedIds } from "./library-state.ts";

const a = anEntry({ id: "a", preparedAt: atSecond(1) });
const b = anEntry({ id: "b", preparedAt: atSecond(2) });
const problem = storageProblem("storage-full");

const stateAfter = (...events: LibraryEvent[]) => events.reduce(nextLibrary, EMPTY_LIBRARY);
const read = (...entries: (typeof a)[]): LibraryEvent => ({
  type: "read",
  stored: { entries, unreadableCount: 1 },
});

test("is ready after the disk was read, with the newest entry first", () => {
  const state = stateAfter(read(a, b));
  expect(state).toMatchObject({ status: "ready", unreadableCount: 1, hasRead: true });
  expect(state.entries).toEqual([b, a]);
  expect(state.byId.get("a")).toBe(a);
});

test("orders the entries of one press by their IDs, whatever order they were read in", () => {
  const ids = ["2", "3", "1"].map((id) => anEntry({ id, preparedAt: atSecond(1) }));
  expect(stateAfter(read(...ids)).entries.map(({ id }) => id)).toEqual(["3", "2", "1"]);
});

test("is loading until the whole disk was read, whatever is written or adopted before", () => {
  expect(stateAfter({ type: "written", entries: [a] }).status).toBe("loading");
  expect(stateAfter({ type: "adopted", entries: [a] })).toMatchObject({
    status: "loading",
    entries: [a],
  });
});

test("keeps its entries and shows the problem when the disk fails", () => {
  expect(stateAfter(read(a), { type: "failed", problem })).toMatchObject({
    status: { problem },
    entries: [a],
  });
});

test("is ready again after a successful write, unless the disk was never read", () => {
  const written: LibraryEvent = { type: "written", entries: [b] };
  const failed: LibraryEvent = { type: "failed", problem };
  expect(stateAfter(read(a), failed, written).status).toBe("ready");
  expect(stateAfter(failed, written).status).toEqual({ problem });
});

test("does not become ready because another tab changed something", () => {
  const state = stateAfter(read(a), { type: "failed", problem }, { type: "adopted", entries: [b] });
  expect(state.status).toEqual({ problem });
});

describe("a change that could not be written", () => {
  test("is shown for the entries that are known", () => {
    const state = stateAfter(read(a, b), {
      type: "unwritten",
      ids: ["a", "gone"],
      change: (entry) => ({ ...entry, seenAt: atSecond(9) }),
    });
    expect(state.byId.get("a")?.seenAt).toBe(atSecond(9));
    expect(state.byId.get("b")).toBe(b);
    expect(state.byId.size).toBe(2);
  });

  test("leaves the state the same object if it changes nothing", () => {
    const state = stateAfter(read(a));
    const event: LibraryEvent = { type: "unwritten", ids: ["a"], change: (entry) => entry };
    expect(nextLibrary(state, event)).toBe(state);
    expect(nextLibrary(state, { type: "written", entries: [] })).toBe(state);
  });
});

test("an entry is unfinished until it has ended and its clips are saved", () => {
  const entries = [
    a,
    anEntry({ id: "failed", phase: "failed" }),
    aCompletedEntry({ id: "unsaved", clipsKeptAt: null }),
    aCompletedEntry({ id: "saved", clipsKeptAt: atSecond(9) }),
  ];
  expect(unfinishedIds(entries)).toEqual(["a", "unsaved"]);
});
