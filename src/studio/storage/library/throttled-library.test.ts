import { beforeEach, describe, expect, test, vi } from "vitest";
import { anEntry } from "#studio/testing/fixtures.ts";
import { MemoryDisk } from "#studio/testing/memory-library.ts";
import type { Library } from "./library.ts";
import { throttleLibrary } from "./throttled-library.ts";

let library: Library;
let throttled: ReturnType<typeof throttleLibrary>;
let nowMs: number;
let timers: { atMs: number; run: () => void }[];
const onChange = vi.fn();

/** Advances the time and runs the due timers. */
function pass(ms: number): void {
  nowMs += ms;
  const due = timers.filter(({ atMs }) => atMs <= nowMs);
  timers = timers.filter((timer) => !due.includes(timer));
  for (const { run } of due) run();
}

let changes = 0;
const change = () => {
  changes += 1;
  return library.update("a", (entry) => ({ ...entry, clipsKeptAt: String(changes) }));
};
const shownChange = () => throttled.getState().entries.find(({ id }) => id === "a")?.clipsKeptAt;

beforeEach(async () => {
  nowMs = 0;
  timers = [];
  changes = 0;
  const disk = new MemoryDisk();
  disk.put(anEntry({ id: "a" }), anEntry({ id: "b" }));
  library = disk.open();
  throttled = throttleLibrary(library, (run, ms) => timers.push({ atMs: nowMs + ms, run }));
  await library.load();
  onChange.mockReset();
});

describe("the throttled library", () => {
  test("shows a single change immediately", async () => {
    throttled.subscribe(onChange);
    await change();
    expect(onChange).toHaveBeenCalledOnce();
    expect(shownChange()).toBe("1");
    pass(100);
    await change();
    expect(shownChange()).toBe("2");
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  test("stays the same object between steps, and ends with the last change of a burst", async () => {
    throttled.subscribe(onChange);
    await change();
    const state = throttled.getState();
    await change();
    await change();
    expect(throttled.getState()).toBe(state);
    pass(100);
    expect(shownChange()).toBe("3");
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  test("shows a thousand changes in ten seconds in a few steps", async () => {
    throttled.subscribe(onChange);
    for (let i = 0; i < 1000; i += 1) {
      await change();
      pass(10);
    }
    pass(2000);
    expect(shownChange()).toBe("1000");
    expect(onChange.mock.calls.length).toBeLessThanOrEqual(12);
  });

  test("shows a new entry immediately, even during a burst", async () => {
    throttled.subscribe(onChange);
    await change();
    await change();
    await library.add([anEntry({ id: "c" })]);
    expect(throttled.getState().entries.map(({ id }) => id)).toContain("c");
  });

  test("is the library itself without subscribers", async () => {
    const stop = throttled.subscribe(onChange);
    await change();
    stop();
    await change();
    expect(shownChange()).toBe("2");
    expect(onChange).toHaveBeenCalledOnce();
    pass(1000);
    throttled.subscribe(onChange);
    await change();
    expect(shownChange()).toBe("3");
  });
});
