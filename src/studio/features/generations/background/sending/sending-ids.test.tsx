import { afterEach, expect, test, vi } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { createSendingIds, senderGone } from "./sending-ids.ts";

const { locks } = navigator;
const never = new AbortController().signal;

/** The ids whose locks the browser has granted. */
async function heldIds() {
  const { held = [] } = await locks.query();
  return held.flatMap(({ name }) => /^kirin-studio-sending (.+)/.exec(name ?? "")?.[1] ?? []);
}

afterEach(() => eventually(async () => expect(await heldIds()).toEqual([])));

function waitFor(id: string, signal = never) {
  const isGone = vi.fn();
  const gone = senderGone(locks, id, signal).then(isGone);
  return { isGone, gone };
}

test("resolves at once for an id that no tab is sending", async () => {
  await waitFor("a").gone;
});

test("resolves once the create has its response, and not before", async () => {
  const sending = createSendingIds(locks);
  const releaseB = sending.add("b");
  const releaseC = sending.add("c");
  const b = waitFor("b");
  releaseC();
  await waitFor("c").gone;
  expect(b.isGone).not.toHaveBeenCalled();
  expect(sending.getState()).toEqual(["b"]);
  releaseB();
  await b.gone;
  expect(sending.getState()).toEqual([]);
});

test("resolves once the page that was sending is closed", async () => {
  const frame = document.body.appendChild(document.createElement("iframe"));
  const page = frame.contentWindow;
  if (page === null) throw new Error("The frame has no page.");
  createSendingIds(page.navigator.locks).add("d");
  await eventually(async () => expect(await heldIds()).toEqual(["d"]));
  const d = waitFor("d");
  await waitFor("e").gone;
  expect(d.isGone).not.toHaveBeenCalled();
  frame.remove();
  await d.gone;
});

test("releases the lock even if the response arrives before the lock was granted", async () => {
  const sending = createSendingIds(locks);
  sending.add("f")();
  await waitFor("f").gone;
});

test("never resolves after it was aborted", async () => {
  const sending = createSendingIds(locks);
  const leaving = new AbortController();
  const release = sending.add("g");
  const { isGone } = waitFor("g", leaving.signal);
  leaving.abort();
  release();
  await waitFor("g").gone;
  expect(isGone).not.toHaveBeenCalled();
});

test("keeps an id until every create of it has its response", async () => {
  const sending = createSendingIds(locks);
  const releaseFirst = sending.add("h");
  const releaseSecond = sending.add("h");
  releaseFirst();
  releaseFirst();
  expect(sending.has("h")).toBe(true);
  releaseSecond();
  expect(sending.has("h")).toBe(false);
  await waitFor("h").gone;
});

test("notifies its subscribers when an id is added and released, also without locks", () => {
  const sending = createSendingIds(null);
  const listener = vi.fn();
  const unsubscribe = sending.subscribe(listener);
  const release = sending.add("i");
  expect(sending.has("i")).toBe(true);
  release();
  release();
  unsubscribe();
  expect(listener.mock.calls).toEqual([[["i"]], [[]]]);
});
