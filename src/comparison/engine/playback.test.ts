import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPlayback } from "./playback.ts";
import {
  INITIAL_PLAYBACK,
  isPlaying,
  type Playback,
  type PlaybackContext,
  type PlaybackEvent,
  type PlaybackStep,
} from "./playback-state.ts";

const FRAMES = 48;

/** At 25 frames per second, with every frame decoded and nothing shown. */
function aContext(change: Partial<PlaybackContext> = {}): PlaybackContext {
  return {
    nowMs: 0,
    clockSettings: { framesPerMs: 1 / 40, span: { start: 0, end: FRAMES }, isLooping: false },
    frameCount: FRAMES,
    shownFrame: null,
    canPlay: true,
    has: () => true,
    nearest: () => null,
    ...change,
  };
}

const has =
  (...frames: number[]) =>
  (frame: number) =>
    frames.includes(frame);
const tick: PlaybackEvent = { type: "tick", audioPosition: null };
const paused = (frame: number): Playback => ({ phase: "paused", frame });
const starting = (frame: number): Playback => ({ phase: "starting", frame });
const buffering = (frame: number): Playback => ({ phase: "buffering", frame });
const playing = (position: number, atMs = 0): Playback => ({
  phase: "playing",
  clock: { position, atMs, ...aContext().clockSettings },
  lastPosition: position,
});
const scrubbing = (frame: number, resumes = false): Playback => ({
  phase: "scrubbing",
  frame,
  movedAtMs: 0,
  isSettled: false,
  resumes,
});

describe("paused", () => {
  it("shows its frame once both sides have decoded it", () => {
    expect(nextPlayback(paused(3), tick, aContext({ has: has() }))).toEqual({
      playback: paused(3),
    });
    expect(nextPlayback(paused(3), tick, aContext()).show).toEqual({ frame: 3, detail: "full" });
  });

  it("starts at the current frame, or at the start of the region when outside it or on its last frame", () => {
    const span = { start: 10, end: 20 };
    const context = aContext({ clockSettings: { ...aContext().clockSettings, span } });
    const startOf = (frame: number) =>
      nextPlayback(paused(frame), { type: "play" }, context).playback;
    expect([startOf(12), startOf(9), startOf(19), startOf(30)]).toEqual(
      [12, 10, 10, 10].map(starting),
    );
  });

  it("does not play after a decoder failed", () => {
    const step = nextPlayback(paused(3), { type: "play" }, aContext({ canPlay: false }));
    expect(step).toEqual({ playback: paused(3) });
  });
});

describe("starting and buffering", () => {
  it("starts with one decoded frame, but waits for several when rebuffering", () => {
    const context = aContext({ has: has(5) });
    expect(nextPlayback(starting(5), tick, context)).toMatchObject({
      playback: { phase: "playing", lastPosition: 5 },
      show: { frame: 5 },
      sound: "begin",
    });
    expect(nextPlayback(buffering(5), tick, context)).toEqual({
      playback: buffering(5),
      ticks: true,
    });
    const refilled = aContext({ has: has(5, 6, 7, 8, 9, 10) });
    expect(nextPlayback(buffering(5), tick, refilled).playback.phase).toBe("playing");
  });

  it("refills no further than the end", () => {
    const context = aContext({ has: has(46, 47) });
    expect(nextPlayback(buffering(46), tick, context).playback.phase).toBe("playing");
  });
});

describe("playing", () => {
  it("shows the latest decoded pair that is due and counts the skipped ones", () => {
    const step = nextPlayback(playing(0), tick, aContext({ nowMs: 165, has: has(1, 3) }));
    expect(step).toMatchObject({
      show: { frame: 3, detail: "full" },
      dropped: 2,
      focus: 4,
      playback: { phase: "playing", lastPosition: 3 },
      ticks: true,
    });
    expect(step.sound).toBeUndefined();
  });

  it("buffers at the due frame when it lags by more than 400 ms", () => {
    const late = nextPlayback(playing(0), tick, aContext({ nowMs: 440, has: has() }));
    expect(late).toMatchObject({ playback: buffering(11), dropped: 10, sound: "end" });
    const inTime = nextPlayback(playing(0), tick, aContext({ nowMs: 400, has: has() }));
    expect(inTime.playback.phase).toBe("playing");
  });

  it("pauses on the last frame, but only once it can be shown", () => {
    const atEnd = { nowMs: 90 };
    expect(nextPlayback(playing(46), tick, aContext(atEnd))).toMatchObject({
      playback: paused(47),
      show: { frame: 47 },
      sound: "end",
    });
    const waits = nextPlayback(playing(46), tick, aContext({ ...atEnd, has: has() }));
    expect(waits.playback.phase).toBe("playing");
  });

  it("continues with the first frame of the loop", () => {
    const looping = { ...aContext().clockSettings, isLooping: true };
    const state: Playback = {
      phase: "playing",
      clock: { position: 47, atMs: 0, ...looping },
      lastPosition: 47,
    };
    expect(
      nextPlayback(state, tick, aContext({ nowMs: 50, clockSettings: looping })),
    ).toMatchObject({
      show: { frame: 0 },
      playback: { lastPosition: 48 },
    });
  });

  it("follows the sound that is heard", () => {
    const step = nextPlayback(playing(0), { type: "tick", audioPosition: 20 }, aContext());
    expect(step.show).toEqual({ frame: 20, detail: "full" });
  });

  it("restarts clock and sound when speed, span or looping changes", () => {
    const twice = { ...aContext().clockSettings, framesPerMs: 1 / 20 };
    const context = aContext({ nowMs: 100, clockSettings: twice });
    expect(nextPlayback(playing(0), { type: "retime" }, context)).toMatchObject({
      playback: {
        phase: "playing",
        clock: { position: 2.5, framesPerMs: 1 / 20 },
        lastPosition: 2,
      },
      sound: "begin",
      focus: 2,
    });
  });

  it("pauses on the frame that is shown", () => {
    const step = nextPlayback(playing(3), { type: "pause" }, aContext({ shownFrame: 7 }));
    expect(step).toMatchObject({ playback: paused(7), focus: 7, sound: "end" });
  });

  it("continues after a seek, as soon as the frame is decoded", () => {
    const seek = { type: "seek", frame: 30 } as const;
    expect(nextPlayback(playing(3), seek, aContext()).playback).toEqual(starting(30));
    expect(nextPlayback(buffering(3), seek, aContext()).playback).toEqual(buffering(30));
  });

  it("pauses for a step, which counts from the frame that is shown", () => {
    const context = aContext({ shownFrame: 7 });
    const step = nextPlayback(playing(9), { type: "step", frames: -2 }, context);
    expect(step).toMatchObject({ playback: paused(5), focus: 5, sound: "end" });
  });
});

describe("scrubbing", () => {
  const scrub = { type: "scrub", frame: 20 } as const;

  it("does not decode while a sketch can be shown", () => {
    expect(nextPlayback(paused(3), scrub, aContext()).focus).toBeUndefined();
    expect(nextPlayback(paused(3), scrub, aContext({ has: has() })).focus).toBe(20);
  });

  it("shows the nearest pair that is closer than the current one", () => {
    const context = aContext({
      has: has(),
      shownFrame: 12,
      nearest: (frame, reach) => ({ frame: frame - reach + 1, detail: "sketch" }),
    });
    expect(nextPlayback(scrubbing(20), tick, context).show).toEqual({
      frame: 13,
      detail: "sketch",
    });
  });

  it("decodes the exact frame once the pointer rests, and then stops ticking", () => {
    const settled = nextPlayback(scrubbing(20), tick, aContext({ nowMs: 80, has: has() }));
    expect(settled).toMatchObject({ playback: { isSettled: true }, focus: 20, ticks: false });
    const moving = nextPlayback(scrubbing(20), tick, aContext({ nowMs: 79, has: has() }));
    expect(moving).toMatchObject({ playback: { isSettled: false }, ticks: true });
    expect(moving.focus).toBeUndefined();
  });

  it("resumes playback at the end if it was playing before the first move", () => {
    const first = nextPlayback(playing(3), scrub, aContext());
    const second = nextPlayback(first.playback, { type: "scrub", frame: 21 }, aContext());
    const end = nextPlayback(second.playback, { type: "end-scrub" }, aContext());
    expect([first.sound, end.playback, end.sound]).toEqual(["end", starting(21), "unlock"]);
    const still = nextPlayback(scrubbing(20), { type: "end-scrub" }, aContext());
    expect(still.playback).toEqual(paused(20));
  });

  it("does not resume after a decoder failed", () => {
    const context = aContext({ canPlay: false });
    const end = nextPlayback(scrubbing(20, true), { type: "end-scrub" }, context);
    expect(end).toMatchObject({ playback: paused(20), focus: 20 });
  });
});

const anyEvent: fc.Arbitrary<PlaybackEvent> = fc.oneof(
  fc.constantFrom<PlaybackEvent>(
    { type: "play" },
    { type: "pause" },
    { type: "end-scrub" },
    { type: "retime" },
  ),
  fc
    .option(fc.double({ min: 0, max: 2 * FRAMES, noNaN: true }))
    .map((audioPosition): PlaybackEvent => ({ type: "tick", audioPosition })),
  fc.integer({ min: -9, max: 60 }).map((frame): PlaybackEvent => ({ type: "seek", frame })),
  fc.integer({ min: -9, max: 60 }).map((frame): PlaybackEvent => ({ type: "scrub", frame })),
  fc.integer({ min: -60, max: 60 }).map((frames): PlaybackEvent => ({ type: "step", frames })),
);

interface Step {
  event: PlaybackEvent;
  passedMs: number;
  decoded: number[];
  isLooping: boolean;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  event: anyEvent,
  passedMs: fc.nat(600),
  decoded: fc.array(fc.nat(FRAMES - 1), { maxLength: FRAMES }),
  isLooping: fc.boolean(),
});

describe("any order of events", () => {
  /** Runs the events, keeping the context as the runner does, and passes each step to `check`. */
  function run(
    steps: readonly Step[],
    check: (before: Playback, step: PlaybackStep, context: PlaybackContext) => void,
  ) {
    let playback = INITIAL_PLAYBACK;
    let shownFrame: number | null = null;
    let nowMs = 0;
    for (const { event, passedMs, decoded, isLooping } of steps) {
      nowMs += passedMs;
      const clockSettings = { ...aContext().clockSettings, isLooping };
      const context = aContext({ nowMs, shownFrame, clockSettings, has: has(...decoded) });
      const step = nextPlayback(playback, event, context);
      check(playback, step, context);
      playback = step.playback;
      shownFrame = step.show?.frame ?? shownFrame;
    }
  }

  it("shows only decoded frames, never counts a negative number of drops, and stays within the clip", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        run(steps, (_, { playback, show, focus, dropped = 0 }, context) => {
          if (show) expect(context.has(show.frame, show.detail)).toBe(true);
          expect(dropped).toBeGreaterThanOrEqual(0);
          for (const frame of [focus ?? 0, playback.phase === "playing" ? 0 : playback.frame]) {
            expect(frame).toBeGreaterThanOrEqual(0);
            expect(frame).toBeLessThan(FRAMES);
          }
        });
      }),
    );
  });

  it("begins the sound when playing begins, ends it when playing ends, and ticks while it plays", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        run(steps, (before, { playback, sound, ticks }, _) => {
          const [played, plays] = [before, playback].map(({ phase }) => phase === "playing");
          if (!played && plays) expect([sound, ticks]).toEqual(["begin", true]);
          if (played && !plays) expect(sound).toBe("end");
          if (!isPlaying(before) && isPlaying(playback)) expect(ticks).toBe(true);
        });
      }),
    );
  });
});
