import { expect, it } from "vitest";
import { aClipMedia } from "../testing/fake-comparison.ts";
import { findingsOf } from "./findings.ts";
import type { ClipReport } from "./report.ts";

const media = aClipMedia({ frameCount: 10, frameRate: 10 });
const none = new Float32Array();
const report: ClipReport = {
  picture: {
    sharpness: none,
    motion: none,
    flicker: none,
    frozen: [{ first: 2, last: 4 }],
    black: [{ first: 5, last: 5 }],
    cuts: [7],
  },
  sound: {
    momentary: none,
    integrated: null,
    truePeak: 0,
    clipped: [{ startS: 0.1, endS: 0.2 }],
    silent: [{ startS: 0.3, endS: 0.4 }],
  },
};

it("are spans in seconds of the clip, by kind", () => {
  expect(findingsOf("frozen", report, media)).toEqual([{ startS: 0.2, endS: 0.4 }]);
  expect(findingsOf("black", report, media)).toEqual([{ startS: 0.5, endS: 0.5 }]);
  expect(findingsOf("cuts", report, media)).toEqual([{ startS: 0.7, endS: 0.7 }]);
  expect(findingsOf("clipped", report, media)).toEqual([{ startS: 0.1, endS: 0.2 }]);
  expect(findingsOf("silent", report, media)).toEqual([{ startS: 0.3, endS: 0.4 }]);
});

it("are unknown for a sound that is missing or unreadable", () => {
  for (const sound of ["none", "unreadable"] as const) {
    expect(findingsOf("clipped", { ...report, sound }, media)).toBeNull();
    expect(findingsOf("frozen", { ...report, sound }, media)).toHaveLength(1);
  }
});
