import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlayClock, positionAt } from "../clock/play-clock.ts";
import {
  audiblePositionAt,
  type ClockReading,
  nextSound,
  planOf,
  type SoundRun,
  type SoundState,
} from "./sound-run.ts";

const clock: PlayClock = {
  position: 10,
  atMs: 1000,
  framesPerMs: 0.025,
  span: { start: 0, end: 50 },
  isLooping: false,
};
const run: SoundRun = { clock, frameRate: 25, offsetFrames: 3 };
const reading: ClockReading = { nowMs: 1000, audioS: 5, latencyS: 0 };
const waiting: SoundState = { phase: "waiting", run };

function started(at: Partial<ClockReading> = {}, of: SoundRun = run) {
  const state = nextSound(
    { phase: "waiting", run: of },
    { type: "start", reading: { ...reading, ...at } },
  );
  if (state.phase !== "playing") throw new Error(state.phase);
  return state;
}

describe("a run of sound", () => {
  it("waits until the sound can start, and starts once", () => {
    const begun = nextSound({ phase: "stopped" }, { type: "begin", run });
    expect(begun).toEqual(waiting);
    const playing = nextSound(begun, { type: "start", reading });
    expect(playing.phase).toBe("playing");
    expect(nextSound(playing, { type: "start", reading: { ...reading, audioS: 9 } })).toBe(playing);
  });

  it("does not start when nothing should play", () => {
    const stopped = nextSound(waiting, { type: "end" });
    expect(nextSound(stopped, { type: "start", reading })).toBe(stopped);
  });

  it("waits again after an interruption, and starts at the picture's position", () => {
    const interrupted = nextSound(started(), { type: "interrupt" });
    expect(interrupted).toEqual(waiting);
    expect(nextSound({ phase: "stopped" }, { type: "interrupt" })).toEqual({ phase: "stopped" });
    expect(started({ nowMs: 1400 }).position).toBeCloseTo(started().position + 10);
  });

  it("plays the position that is due when it leaves the speaker", () => {
    expect(started()).toMatchObject({ atS: 5.03, position: 10.75 });
    expect(started({ latencyS: 0.2 }).position).toBeCloseTo(15.75);
  });

  it("plans laps from a position inside the span, however late it starts", () => {
    const looping = { ...run, clock: { ...clock, isLooping: true } };
    const { plan, delayFrames } = planOf(started({ nowMs: 5000 }, looping));
    expect(plan).toMatchObject({ at: 5.03, speed: 1, frameRate: 25, isLooping: true });
    expect(plan.position).toBeCloseTo(10.75);
    expect(delayFrames).toEqual({ left: 0, right: 3 });
  });

  it("stays in sync with the picture while both clocks run", () => {
    fc.assert(
      fc.property(
        fc.record({
          latencyS: fc.double({ min: 0, max: 0.5, noNaN: true }),
          speed: fc.double({ min: 0.1, max: 2, noNaN: true }),
          passedS: fc.double({ min: 0, max: 60, noNaN: true }),
        }),
        ({ latencyS, speed, passedS }) => {
          const looping = { ...clock, framesPerMs: 0.025 * speed, isLooping: true };
          const playing = started({ latencyS }, { ...run, clock: looping });
          const nowMs = 1000 + passedS * 1000;
          const heard = audiblePositionAt(playing, { nowMs, audioS: 5 + passedS, latencyS });
          expect(heard).toBeCloseTo(positionAt(looping, nowMs), 6);
        },
      ),
    );
  });
});
