import { afterEach, expect, test, vi } from "vitest";
import { eventually } from "#studio/testing/eventually.ts";
import { SendingIds, senderGone } from "./sending-ids.ts";

const { locks } = navigator;
const never = new AbortController().signal;

/** What the browser knows to be sent. */
async function heldIds() {
  const { held = [] } = await locks.query();
  return held.flatMap(({ name }) => /^kirin-studio-sending (.+)/.exec(name ?? "")?.[1] ?? []);
}

afterEach(() => eventually(async () => expect(await heldIds()).toEqual([])));

/** Says when the sender of an entry is gone. */
function waitFor(id: string, signal = never) {
  const isGone = vi.fn();
  const gone = senderGone(locks, id, signal).then(isGone);
  return { isGone, gone };
}

test("what no tab is sending has no sender", async () => {
  await waitFor("a").gone;
});

test("a sender is gone once it has its answer, and not before", async () => {
  const sending = new SendingIds(locks);
  sending.add("b").add("c").add("b");
  const b = waitFor("b");
  sending.delete("c");
  await waitFor("c").gone;
  expect(b.isGone).not.toHaveBeenCalled();
  expect([...sending]).toEqual(["b"]);
  sending.delete("b");
  await b.gone;
  expect(sending.size).toBe(0);
});

test("a page that goes away sends nothing any more", async () => {
  const frame = document.body.appendChild(document.createElement("iframe"));
  const page = frame.contentWindow;
  if (page === null) throw new Error("The frame has no page.");
  new SendingIds(page.navigator.locks).add("d");
  await eventually(async () => expect(await heldIds()).toEqual(["d"]));
  const d = waitFor("d");
  await waitFor("e").gone;
  expect(d.isGone).not.toHaveBeenCalled();
  frame.remove();
  await d.gone;
});

test("an answer that comes before the lock lets go of it too", async () => {
  const sending = new SendingIds(locks);
  sending.add("f");
  sending.delete("f");
  await waitFor("f").gone;
});

test("who waits no longer is told nothing", async () => {
  const sending = new SendingIds(locks);
  const leaving = new AbortController();
  sending.add("g");
  const { isGone } = waitFor("g", leaving.signal);
  leaving.abort();
  sending.delete("g");
  await waitFor("g").gone;
  expect(isGone).not.toHaveBeenCalled();
});

test("without locks it is a set like any other", () => {
  const sending = new SendingIds(null);
  sending.add("h");
  expect(sending.has("h")).toBe(true);
  expect(sending.delete("h")).toBe(true);
  expect(sending.delete("h")).toBe(false);
});
