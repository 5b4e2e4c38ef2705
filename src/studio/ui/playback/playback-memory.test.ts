import { beforeEach, describe, expect, test } from "vitest";
import {
  durationOf,
  INITIAL_MEMORY,
  type MediaFacts,
  nextMemory,
  type PlaybackEvent,
  type PlaybackMemory,
  shownFrame,
} from "./playback-memory.ts";

/** Ten frames of a second each. */
const FRAMES = { frameStarts: Array.from({ length: 10 }, (_, index) => index), endS: 10 };
const IDLE: MediaFacts = { currentTime: 0, duration: 10, ended: false, seeking: false };

let memory: PlaybackMemory;
beforeEach(() => {
  memory = INITIAL_MEMORY;
});

/** Applies an event and returns the seek target of the element. */
function send(event: PlaybackEvent, media: Partial<MediaFacts> = {}): number | null {
  const next = nextMemory(memory, event, { ...IDLE, ...media });
  memory = next.memory;
  return next.moveToS;
}

describe("a seek", () => {
  test("shows its target until it ends", () => {
    send({ type: "frames-read", frames: FRAMES });
    expect(send({ type: "seek", toS: 4.2 })).toBe(4.2);
    expect(shownFrame(IDLE, memory)).toBe(4);
    send({ type: "seeked" }, { currentTime: 4.2 });
    expect(memory.seek).toBeNull();
    expect(shownFrame({ ...IDLE, currentTime: 4.2 }, memory)).toBe(4);
  });

  test("shows its target although the previous frame is reported once more", () => {
    send({ type: "frames-read", frames: FRAMES });
    send({ type: "seek", toS: 4.2 });
    send({ type: "frame-shown", startS: 1 });
    expect(shownFrame(IDLE, memory)).toBe(4);
    send({ type: "seeked" }, { currentTime: 4.2 });
    expect(shownFrame({ ...IDLE, currentTime: 4.2 }, memory)).toBe(4);
  });

  test("keeps the frame that was reported if it is the one at its target", () => {
    send({ type: "frames-read", frames: FRAMES });
    send({ type: "seek", toS: 4.2 });
    send({ type: "frame-shown", startS: 4 });
    send({ type: "seeked" }, { currentTime: 4.2 });
    expect(memory).toMatchObject({ seek: null, shownS: 4 });
  });

  test("has not ended while the browser is still seeking", () => {
    send({ type: "seek", toS: 1 });
    send({ type: "seeked" }, { currentTime: 1, seeking: true });
    expect(memory.seek?.targetS).toBe(1);
  });

  test("waits for one in progress, and then goes to the latest target only", () => {
    expect(send({ type: "seek", toS: 1 })).toBe(1);
    expect(send({ type: "seek", toS: 2 }, { seeking: true })).toBeNull();
    expect(send({ type: "seek", toS: 3 }, { seeking: true })).toBeNull();
    expect(send({ type: "seeked" }, { currentTime: 1 })).toBe(3);
    expect(send({ type: "seeked" }, { currentTime: 3 })).toBeNull();
    expect(memory.seek).toBeNull();
  });

  test("is made after one of the browser's own, although the target is that of an earlier seek", () => {
    send({ type: "seek", toS: 2 });
    send({ type: "seeked" }, { currentTime: 2 });
    expect(send({ type: "seek", toS: 2 }, { seeking: true })).toBeNull();
    expect(send({ type: "seeked" }, { currentTime: 0 })).toBe(2);
  });

  test("stays inside the clip", () => {
    expect(send({ type: "seek", toS: -3 })).toBe(0);
    expect(send({ type: "seek", toS: 99 })).toBeCloseTo(9.998);
  });

  test("is sent again when the length becomes known before it ends", () => {
    expect(send({ type: "seek", toS: 99 }, { duration: Number.NaN })).toBe(99);
    expect(send({ type: "seeked" })).toBeCloseTo(9.998);
  });

  test("adds up with skips that come before it ends", () => {
    send({ type: "skip", byS: 2 }, { currentTime: 1 });
    expect(send({ type: "skip", byS: 2 }, { currentTime: 1 })).toBe(5);
  });

  test("is forgotten with the clip", () => {
    send({ type: "seek", toS: 4 });
    send({ type: "emptied" });
    expect(memory).toMatchObject({ seek: null, shownS: null });
  });
});

describe("steps", () => {
  test("go to the middle of a frame, and stop at the first and the last", () => {
    send({ type: "frames-read", frames: FRAMES });
    expect(send({ type: "step", frames: 1 })).toBe(1.5);
    expect(send({ type: "step", frames: -5 })).toBe(0.5);
    expect(send({ type: "seek-to-frame", frame: 40 })).toBe(9.5);
  });

  test("wait for the sample table and are performed together", () => {
    expect(send({ type: "step", frames: 1 })).toBeNull();
    expect(send({ type: "step", frames: 2 })).toBeNull();
    expect(send({ type: "frames-read", frames: FRAMES })).toBe(3.5);
    expect(memory.waitingSteps).toBe(0);
  });

  test.each([{ type: "play" }, { type: "seek", toS: 1 }] as const)(
    "are dropped after %o while they wait",
    (event) => {
      send({ type: "step", frames: 3 });
      send(event);
      send({ type: "seeked" });
      expect(send({ type: "frames-read", frames: FRAMES })).toBeNull();
    },
  );
});

test("knows only the first and the last frame without a sample table", () => {
  expect(send({ type: "seek-to-frame", frame: 0 })).toBe(0);
  expect(send({ type: "seek-to-frame", frame: 7 })).toBeCloseTo(9.998);
});

test("restarts from the beginning only at the last frame", () => {
  send({ type: "frames-read", frames: FRAMES });
  expect(send({ type: "play" }, { currentTime: 5 })).toBeNull();
  expect(send({ type: "play" }, { currentTime: 9.5 })).toBe(0.5);
});

test("a clip of a single frame plays from where it is", () => {
  send({ type: "frames-read", frames: { frameStarts: [0], endS: 1 } });
  expect(send({ type: "play" })).toBeNull();
});

test("a clip that has ended shows its last frame, whatever was reported before", () => {
  send({ type: "frames-read", frames: FRAMES });
  send({ type: "frame-shown", startS: 7 });
  expect(shownFrame({ ...IDLE, currentTime: 10, ended: true }, memory)).toBe(9);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "a length of %d counts as unknown",
  (duration) => {
    expect(durationOf({ duration })).toBe(0);
    expect(send({ type: "seek", toS: 99 }, { duration })).toBe(99);
  },
);

test("a frame that is reported a little early does not change the clock", () => {
  send({ type: "frames-read", frames: { frameStarts: [2, 3, 4], endS: 5 } });
  send({ type: "frame-shown", startS: 1.999 });
  expect(memory.clockOffsetS).toBe(0);
});

test("detects and corrects a clock that starts at the first frame", () => {
  const frames = { frameStarts: [2, 3, 4], endS: 5 };
  send({ type: "frames-read", frames });
  send({ type: "frame-shown", startS: 0 });
  expect(memory.clockOffsetS).toBe(2);
  send({ type: "frame-shown", startS: 1 });
  expect(shownFrame(IDLE, memory)).toBe(1);
  expect(send({ type: "seek-to-frame", frame: 1 })).toBe(1.5);
  send({ type: "frames-read", frames: FRAMES });
  expect(memory.clockOffsetS).toBe(0);
});
