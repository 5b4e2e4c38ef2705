import { beforeEach, describe, expect, test, vi } from "vitest";
import { anEntry } from "#studio/testing/fixtures.ts";
import { MemoryDisk } from "#studio/testing/memory-library.ts";
import type { Library } from "./library.ts";
import { paceSnapshots } from "./paced-snapshots.ts";

let library: Library;
let paced: ReturnType<typeof paceSnapshots>;
let nowMs: number;
let timers: { atMs: number; run: () => void }[];
const onChange = vi.fn();

/** Lets time pass, and runs what is due. */
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
const shownChange = () => paced.getState().entries.find(({ id }) => id === "a")?.clipsKeptAt;

beforeEach(async () => {
  nowMs = 0;
  timers = [];
  changes = 0;
  const disk = new MemoryDisk();
  disk.put(anEntry({ id: "a" }), anEntry({ id: "b" }));
  library = disk.open();
  paced = paceSnapshots(library, (run, ms) => timers.push({ atMs: nowMs + ms, run }));
  await library.load();
  onChange.mockReset();
});

describe("paced snapshots", () => {
  test("show a single change at once", async () => {
    paced.subscribe(onChange);
    await change();
    expect(onChange).toHaveBeenCalledOnce();
    expect(shownChange()).toBe("1");
    pass(100);
    await change();
    expect(shownChange()).toBe("2");
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  test("stay the same object in between, and end with the last of a burst", async () => {
    paced.subscribe(onChange);
    await change();
    const snapshot = paced.getState();
    await change();
    await change();
    expect(paced.getState()).toBe(snapshot);
    pass(100);
    expect(shownChange()).toBe("3");
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  test("show a thousand changes in ten seconds in a few steps", async () => {
    paced.subscribe(onChange);
    for (let i = 0; i < 1000; i += 1) {
      await change();
      pass(10);
    }
    pass(2000);
    expect(shownChange()).toBe("1000");
    expect(onChange.mock.calls.length).toBeLessThanOrEqual(12);
  });

  test("show a new entry at once, also amid a burst", async () => {
    paced.subscribe(onChange);
    await change();
    await change();
    await library.add([anEntry({ id: "c" })]);
    expect(paced.getState().entries.map(({ id }) => id)).toContain("c");
  });

  test("are those of the library where nobody listens", async () => {
    const stop = paced.subscribe(onChange);
    await change();
    stop();
    await change();
    expect(shownChange()).toBe("2");
    expect(onChange).toHaveBeenCalledOnce();
    pass(1000);
    paced.subscribe(onChange);
    await change();
    expect(shownChange()).toBe("3");
  });
});
