import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  INITIAL_SHEET,
  nextSheet,
  type SheetContext,
  type SheetEvent,
  type SheetPlayback,
} from "./sheet-playback.ts";

const FRAMES = 48;
const FRAME_MS = 40;

/** All pictures are there, unless a test says otherwise. */
function aContext(change: Partial<SheetContext> = {}): SheetContext {
  return { nowMs: 0, hasFrame: () => true, ...change };
}

/** A sheet of 48 frames at 25 per second after some events, each at time 0 and with all pictures there. */
function aSheet(...events: SheetEvent[]): SheetPlayback {
  const takes: SheetEvent = { type: "takes", frameCount: FRAMES, frameRate: 25 };
  return [takes, ...events].reduce(
    (sheet, event) => nextSheet(sheet, event, aContext()),
    INITIAL_SHEET,
  );
}

const seek = (frame: number): SheetEvent => ({ type: "seek", frame });
const PLAY: SheetEvent = { type: "play" };
const PAUSE: SheetEvent = { type: "pause" };
const TICK: SheetEvent = { type: "tick" };
const END_SCRUB: SheetEvent = { type: "end-scrub" };

describe("showing", () => {
  it("keeps the pictures that are shown until all takes have the next ones", () => {
    const missing = aContext({ hasFrame: (frame) => frame < 10 });
    const waiting = nextSheet(aSheet(), seek(10), missing);
    expect(waiting).toMatchObject({ frame: 10, isBuffering: true, shown: { frame: 0 } });
    const there = nextSheet(waiting, { type: "pictures" }, aContext());
    expect(there).toMatchObject({ isBuffering: false, shown: { frame: 10 } });
  });

  it("shows the frame again when the takes change, even if its number is the same", () => {
    const sheet = aSheet(seek(3));
    const same = nextSheet(sheet, { type: "pictures" }, aContext());
    expect(same.shown).toBe(sheet.shown);
    const event: SheetEvent = { type: "takes", frameCount: FRAMES, frameRate: 25 };
    const changed = nextSheet(sheet, event, aContext());
    expect(changed.shown).toEqual({ frame: 3 });
    expect(changed.shown).not.toBe(sheet.shown);
  });

  it("stays on the timeline when it becomes shorter", () => {
    const event: SheetEvent = { type: "takes", frameCount: 20, frameRate: 25 };
    expect(nextSheet(aSheet(seek(47)), event, aContext()).frame).toBe(19);
  });
});

describe("playing", () => {
  it("does not start before anything is shown", () => {
    expect(nextSheet(INITIAL_SHEET, PLAY, aContext()).run.phase).toBe("paused");
  });

  it("moves to the frame that is due and counts the ones passed over", () => {
    const moved = nextSheet(aSheet(PLAY), TICK, aContext({ nowMs: 3 * FRAME_MS }));
    expect(moved).toMatchObject({ frame: 3, droppedFrames: 2, shown: { frame: 3 } });
  });

  it("waits for missing pictures, and continues from there without catching up", () => {
    const missing = aContext({ nowMs: FRAME_MS, hasFrame: (frame) => frame !== 1 });
    const waiting = nextSheet(aSheet(PLAY), TICK, missing);
    expect(waiting).toMatchObject({ frame: 1, isBuffering: true, run: { phase: "playing" } });
    const later = nextSheet(waiting, TICK, { ...missing, nowMs: 50 * FRAME_MS });
    expect(later.frame).toBe(1);
    const there = nextSheet(later, TICK, aContext({ nowMs: 51 * FRAME_MS }));
    expect(there).toMatchObject({ frame: 2, droppedFrames: 0, isBuffering: false });
  });

  it("pauses on the last frame when it does not loop", () => {
    const once: SheetEvent = { type: "settings", change: { isLooping: false } };
    const end = nextSheet(aSheet(once, seek(46), PLAY), TICK, aContext({ nowMs: 9 * FRAME_MS }));
    expect(end).toMatchObject({ frame: 47, run: { phase: "paused" } });
    expect(nextSheet(end, PLAY, aContext())).toMatchObject({ frame: 0 });
  });

  it("keeps its clock when it is started again", () => {
    const playing = aSheet(PLAY);
    expect(nextSheet(playing, PLAY, aContext({ nowMs: FRAME_MS / 2 }))).toBe(playing);
  });

  it("stops on the frame that is shown, and steps from there in either direction", () => {
    expect(aSheet(PLAY, seek(5), PAUSE)).toMatchObject({ frame: 5, run: { phase: "paused" } });
    const step = (frames: number): SheetEvent => ({ type: "step", frames });
    expect(aSheet(seek(5), PLAY, step(2))).toMatchObject({ frame: 7, run: { phase: "paused" } });
    expect(aSheet(seek(5), step(-2)).frame).toBe(3);
  });

  it("begins at the start of the region from outside it", () => {
    const region: SheetEvent = {
      type: "settings",
      change: { region: { startFrame: 10, endFrame: 13 } },
    };
    expect(aSheet(region, seek(30), PLAY).frame).toBe(10);
    expect(aSheet(region, seek(11), PLAY).frame).toBe(11);
  });

  it("applies a new speed from the current frame on", () => {
    const twice: SheetEvent = { type: "settings", change: { speed: 2 } };
    const sheet = aSheet(seek(10), PLAY, twice);
    expect(nextSheet(sheet, TICK, aContext({ nowMs: FRAME_MS })).frame).toBe(12);
  });
});

describe("scrubbing", () => {
  const scrub = (frame: number): SheetEvent => ({ type: "scrub", frame });

  it("resumes playback if it was playing before the first move", () => {
    expect(aSheet(PLAY, scrub(5), scrub(6), END_SCRUB).run.phase).toBe("playing");
    expect(aSheet(scrub(5), scrub(6), END_SCRUB).run.phase).toBe("paused");
  });

  it("leaves playback alone when no slider is dragged", () => {
    const playing = aSheet(PLAY);
    expect(nextSheet(playing, END_SCRUB, aContext())).toBe(playing);
  });

  it("resumes even if the page was hidden meanwhile", () => {
    expect(aSheet(PLAY, scrub(5), PAUSE, END_SCRUB).run.phase).toBe("playing");
  });
});

const anyEvent: fc.Arbitrary<SheetEvent> = fc.oneof(
  fc.constantFrom<SheetEvent>(PLAY, PAUSE, TICK, TICK, END_SCRUB, { type: "pictures" }),
  fc.integer({ min: -9, max: 60 }).map(seek),
  fc.integer({ min: -9, max: 60 }).map((frame): SheetEvent => ({ type: "scrub", frame })),
  fc.integer({ min: -60, max: 60 }).map((frames): SheetEvent => ({ type: "step", frames })),
  fc
    .integer({ min: 1, max: 60 })
    .map((frameCount): SheetEvent => ({ type: "takes", frameCount, frameRate: 25 })),
  fc.boolean().map((isLooping): SheetEvent => ({ type: "settings", change: { isLooping } })),
);

it("shows only frames that all takes have, and buffers exactly when the due one is missing", () => {
  const anyStep = fc.record({
    event: anyEvent,
    passedMs: fc.nat(400),
    missing: fc.array(fc.nat(60), { maxLength: 20 }),
  });
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      let sheet = aSheet();
      let nowMs = 0;
      for (const { event, passedMs, missing } of steps) {
        nowMs += passedMs;
        const context = aContext({ nowMs, hasFrame: (frame) => !missing.includes(frame) });
        const next = nextSheet(sheet, event, context);
        expect(next.frame).toBeGreaterThanOrEqual(0);
        expect(next.frame).toBeLessThan(next.frameCount);
        if (next.shown !== null && next.shown !== sheet.shown) {
          expect(context.hasFrame(next.shown.frame)).toBe(true);
        }
        if (!next.isBuffering) expect(next.shown?.frame).toBe(next.frame);
        sheet = next;
      }
    }),
  );
});
