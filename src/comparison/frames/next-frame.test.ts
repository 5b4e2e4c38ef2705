import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecodingState, nextFrameToDecode } from "./next-frame.ts";

const allFrames = Array.from({ length: 20 }, (_, frame) => frame);

/** Paused at frame 10 with the four frames around it wanted, and nothing decoded. */
function aState(change: Partial<DecodingState> = {}): DecodingState {
  return {
    frameCount: allFrames.length,
    wanted: [10, 11, 9, 12],
    isPlaying: false,
    makesSketches: true,
    isMissing: () => true,
    lacksSketch: () => true,
    leadsTo: () => false,
    ...change,
  };
}

const oneOf =
  (...frames: number[]) =>
  (frame: number) =>
    frames.includes(frame);

describe("the next frame to decode", () => {
  it("is the most urgent missing one", () => {
    expect(nextFrameToDecode(aState())).toBe(10);
    expect(nextFrameToDecode(aState({ isMissing: oneOf(11, 12) }))).toBe(11);
  });

  it("is a less urgent one only if decoding passes it anyway and a sketch can stand in", () => {
    const isMissing = oneOf(9, 12);
    expect(nextFrameToDecode(aState({ isMissing, leadsTo: oneOf(12) }))).toBe(12);
    expect(nextFrameToDecode(aState({ isMissing, leadsTo: oneOf(15) }))).toBe(15);
    expect(nextFrameToDecode(aState({ isMissing, makesSketches: false }))).toBe(9);
    const sketched = { isMissing, lacksSketch: oneOf() };
    expect(nextFrameToDecode(aState({ ...sketched, leadsTo: oneOf(12) }))).toBe(12);
    expect(nextFrameToDecode(aState(sketched))).toBeNull();
  });

  it("is the first one without a sketch that decoding passes anyway, or else the first one without a sketch", () => {
    const isMissing = oneOf();
    const lacksSketch = oneOf(4, 5, 6);
    expect(nextFrameToDecode(aState({ isMissing, lacksSketch }))).toBe(4);
    expect(nextFrameToDecode(aState({ isMissing, lacksSketch, leadsTo: oneOf(6) }))).toBe(6);
  });

  it("is none while playing, when only sketches are missing", () => {
    expect(nextFrameToDecode(aState({ isMissing: oneOf(), isPlaying: true }))).toBeNull();
  });

  it("is always one that is needed, and there is one as long as a wanted frame is missing", () => {
    const someFrames = fc.subarray(allFrames);
    fc.assert(
      fc.property(
        fc.record({
          wanted: fc.shuffledSubarray(allFrames, { minLength: 1 }),
          missing: someFrames,
          unsketched: someFrames,
          ahead: someFrames,
          makesSketches: fc.boolean(),
        }),
        ({ wanted, missing, unsketched, ahead, makesSketches }) => {
          const next = nextFrameToDecode(
            aState({
              wanted,
              makesSketches,
              isMissing: oneOf(...missing),
              lacksSketch: oneOf(...unsketched),
              leadsTo: oneOf(...ahead),
            }),
          );
          const wantedAndMissing = wanted.filter((frame) => missing.includes(frame));
          const needed = [...wantedAndMissing, ...(makesSketches ? unsketched : [])];
          if (next !== null) expect(needed).toContain(next);
          if (needed.length === 0 || (!makesSketches && wantedAndMissing.length > 0)) {
            expect(next).toBe(wantedAndMissing[0] ?? null);
          }
        },
      ),
    );
  });
});
