import { expect, it } from "vitest";
import { createAnnouncer } from "./announcer.tsx";

/** An announcer whose timer only moves with `pass`. */
function anAnnouncer() {
  let nowMs = 0;
  let timers: { run: () => void; atMs: number }[] = [];
  const { shown, announce } = createAnnouncer((run, ms) => {
    timers.push({ run, atMs: nowMs + ms });
  });
  const heard: { text: string; atMs: number }[] = [];
  shown.subscribe(() => heard.push({ text: shown.getState(), atMs: nowMs }));
  function pass(ms: number) {
    nowMs += ms;
    const due = timers.filter(({ atMs }) => atMs <= nowMs);
    timers = timers.filter(({ atMs }) => atMs > nowMs);
    for (const { run } of due) run();
  }
  return { announce, heard, pass };
}

it("shows each message for 750 ms before the next", () => {
  const { announce, heard, pass } = anAnnouncer();
  announce("Sent");
  pass(21);
  announce("Waiting for a slot");
  announce("Clip ready");
  pass(728);
  expect(heard).toEqual([{ text: "Sent", atMs: 0 }]);
  pass(1);
  pass(749);
  expect(heard.map(({ text }) => text)).toEqual(["Sent", "Waiting for a slot"]);
  pass(1);
  expect(heard.at(-1)).toEqual({ text: "Clip ready", atMs: 1500 });
});

it("shows a message at once if the last one is older than 750 ms", () => {
  const { announce, heard, pass } = anAnnouncer();
  announce("Sent");
  pass(750);
  pass(2000);
  announce("Clip ready");
  expect(heard.at(-1)).toEqual({ text: "Clip ready", atMs: 2750 });
});

it("changes the text when a message is repeated", () => {
  const { announce, heard, pass } = anAnnouncer();
  announce("Copied");
  pass(750);
  announce("Copied");
  expect(heard.map(({ text }) => text)).toEqual(["Copied", "Copied\u00a0"]);
});

it("keeps only the latest waiting message of a subject", () => {
  const { announce, heard, pass } = anAnnouncer();
  announce("Frame 1", "frame");
  announce("Frame 2", "frame");
  announce("Zoomed");
  announce("Frame 3", "frame");
  for (let count = 0; count < 5; count += 1) pass(750);
  expect(heard.map(({ text }) => text)).toEqual(["Frame 1", "Zoomed", "Frame 3"]);
});
