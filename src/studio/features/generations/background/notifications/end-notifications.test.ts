import { beforeEach, expect, test, vi } from "vitest";
import type { Library } from "#studio/storage/library/library.ts";
import { aCompletedEntry, aPreparedEntry, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { MemoryDisk } from "#studio/testing/memory-library.ts";
import { type EndNotification, startEndNotifications } from "./end-notifications.ts";

let library: Library;
let isHidden: boolean;
const show = vi.fn<(message: EndNotification) => void>();

beforeEach(() => {
  library = new MemoryDisk().open();
  isHidden = true;
  show.mockClear();
});

const start = () => startEndNotifications({ library, isHidden: () => isHidden, show });

test("notifies once when a generation ends, under the entry's id", async () => {
  await library.add([aWatchedEntry({ id: "a" })]);
  start();
  await library.update("a", () => aCompletedEntry({ id: "a" }));
  await library.update("a", (entry) => ({ ...entry, clipsKeptAt: entry.endedAt }));
  expect(show.mock.calls).toEqual([
    [{ id: "a", title: "Your clip is ready", body: "A lighthouse at dusk, waves below" }],
  ]);
});

test("reports a generation that did not succeed", async () => {
  await library.add([aWatchedEntry({ id: "a" }), aWatchedEntry({ id: "b" })]);
  start();
  await library.update("a", (entry) => ({ ...entry, phase: "failed" }));
  await library.update("b", (entry) => ({ ...entry, phase: "lost" }));
  expect(show.mock.calls.map(([{ title }]) => title)).toEqual([
    "A generation failed",
    "Kirin can no longer find a task",
  ]);
});

test("does not notify about visible, earlier or cancelled generations", async () => {
  await library.add([
    aCompletedEntry({ id: "old" }),
    aWatchedEntry({ id: "looked-at" }),
    aPreparedEntry({ id: "withdrawn" }),
  ]);
  const stop = start();
  isHidden = false;
  await library.update("looked-at", () => aCompletedEntry({ id: "looked-at" }));
  isHidden = true;
  await library.update("withdrawn", (entry) => ({ ...entry, phase: "withdrawn" }));
  await library.add([aWatchedEntry({ id: "after" })]);
  stop();
  await library.update("after", () => aCompletedEntry({ id: "after" }));
  expect(show).not.toHaveBeenCalled();
});
