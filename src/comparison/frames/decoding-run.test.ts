import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDecodingRun } from "./decoding-run.ts";

/** Three groups of four samples, in which the second and third frame of each group are decoded out of order. */
const FRAME_OF_SAMPLE = [0, 2, 1, 3, 4, 6, 5, 7, 8, 10, 9, 11];
const track = {
  samples: FRAME_OF_SAMPLE.map((frame, sample) => ({
    frame,
    isKey: sample % 4 === 0,
    timestamp: frame,
    duration: 1,
  })),
  sampleOf: FRAME_OF_SAMPLE.map((_, frame) => FRAME_OF_SAMPLE.indexOf(frame)),
  keyOf: FRAME_OF_SAMPLE.map((_, sample) => sample - (sample % 4)),
};

/** A run from a key sample on, after some samples were fed. */
function aRun({ from = 0, end = 12, fed = 0 } = {}) {
  const run = createDecodingRun(track, from, end);
  for (let sample = 0; sample < fed; sample += 1) run.advance();
  return run;
}

describe("a run of a decoder", () => {
  it("leads to the frames ahead of it, but not across groups that restarting would skip", () => {
    const run = aRun();
    expect([0, 3, 7].map(run.leadsTo)).toEqual([true, true, true]);
    expect(run.leadsTo(8)).toBe(false);
    expect(aRun({ fed: 4 }).leadsTo(8)).toBe(true);
  });

  it("does not lead to frames before its start or its last output", () => {
    const run = aRun({ from: 4 });
    expect(run.leadsTo(3)).toBe(false);
    run.output(5);
    expect([4, 5, 6].map(run.leadsTo)).toEqual([false, false, true]);
  });

  it("does not lead past a damaged sample", () => {
    const run = aRun({ end: 3 });
    expect([1, 2, 3].map(run.leadsTo)).toEqual([true, true, false]);
  });

  it("is exhausted once it was fed every sample before its end", () => {
    expect([2, 3].map((fed) => aRun({ end: 3, fed }).isExhausted())).toEqual([false, true]);
  });

  it("rejects an output that precedes its key frame", () => {
    const run = aRun({ from: 4 });
    expect(run.output(3)).toBeNull();
    expect(run.output(-2)).toBeNull();
    expect(run.output(4)).toEqual([]);
  });

  it("tells which frames the decoder skipped, and which it still holds at the end", () => {
    expect(aRun().missing()).toEqual([]);
    const run = aRun({ fed: 8 });
    expect(run.output(0)).toEqual([]);
    expect(run.output(3)).toEqual([1, 2]);
    expect(run.missing()).toEqual([4, 5, 6, 7]);
    run.output(7);
    expect(run.missing()).toEqual([]);
  });

  it("suspects the groups from the first missing frame to the last sample fed", () => {
    const run = aRun({ fed: 10 });
    expect(run.suspects()).toEqual([0, 4, 8]);
    run.output(4);
    expect(run.suspects()).toEqual([4, 8]);
    run.output(11);
    expect(run.suspects()).toEqual([8]);
    expect(aRun({ from: 8 }).suspects()).toEqual([8]);
    expect(aRun({ fed: 8 }).suspects()).toEqual([0, 4]);
  });

  it("accounts for every frame that was fed exactly once", () => {
    fc.assert(
      fc.property(
        fc.record({
          from: fc.constantFrom(0, 4, 8),
          fed: fc.nat(12),
          outputs: fc.subarray(FRAME_OF_SAMPLE),
        }),
        ({ from, fed, outputs }) => {
          const run = aRun({ from, fed: Math.min(fed, 12 - from) });
          const fedFrames = FRAME_OF_SAMPLE.slice(from, run.nextSample);
          const output = [...outputs]
            .sort((a, b) => a - b)
            .filter((each) => fedFrames.includes(each));
          const skipped = output.flatMap((frame) => run.output(frame) ?? []);
          const accounted = [...output, ...skipped, ...run.missing()];
          expect(accounted).toHaveLength(new Set(accounted).size);
          expect(accounted).toEqual(expect.arrayContaining(fedFrames));
        },
      ),
    );
  });
});
