import { describe, expect, test } from "vitest";
import { type ResolvedRequest, resolveRequest } from "#kirin/request.ts";
import { createPainter } from "./create-painter.ts";

const request = (changes: Partial<ResolvedRequest> = {}): ResolvedRequest => ({
  ...resolveRequest({ prompt: "a quiet desert at noon, static" }),
  ...changes,
});

describe("sizes", () => {
  test.for([
    ["std", "16:9", 5, 1280, 720, 120],
    ["std", "9:16", 10, 720, 1280, 240],
    ["std", "1:1", 5, 960, 960, 120],
    ["pro", "16:9", 5, 1920, 1080, 120],
  ] as const)(
    "%s %s %i s is %i × %i pixels with %i frames",
    { timeout: 30_000 },
    ([mode, aspectRatio, durationSeconds, width, height, frameCount]) => {
      const painter = createPainter(request({ mode, aspectRatio, durationSeconds }));
      expect(painter.frame).toEqual({ width, height, frameRate: 24, frameCount });
      expect(painter.paint(0).data).toHaveLength((width * height * 3) / 2);
    },
  );
});

test("the same request paints the same bytes", () => {
  const ask = request({ prompt: "a stormy city at night, handheld", watermark: true });
  const one = createPainter(ask);
  const other = createPainter(ask);
  for (const index of [0, 37, 119]) {
    expect(Buffer.compare(one.paint(index).data, other.paint(index).data)).toBe(0);
  }
});

test("another take paints different bytes", () => {
  const [one, other] = [0, 1].map((take) => createPainter({ ...request(), take }).paint(0).data);
  expect(one).not.toEqual(other);
});

describe("marks", () => {
  const box = (data: Uint8Array, left: number, right: number) => {
    const rows: number[] = [];
    for (let row = 660; row < 712; row += 1)
      rows.push(...data.subarray(row * 1280 + left, row * 1280 + right));
    return rows;
  };

  test("the watermark is at the lower right, and only on request", () => {
    const plain = createPainter(request()).paint(60).data.slice();
    const marked = createPainter(request({ watermark: true })).paint(60).data;
    const changed = marked.reduce(
      (count, sample, index) => count + (sample === plain[index] ? 0 : 1),
      0,
    );
    expect(changed).toBeGreaterThan(500);
    expect(box(marked, 0, 900)).toEqual(box(plain, 0, 900));
    expect(Math.max(...box(marked, 1050, 1280))).toBeGreaterThan(
      Math.max(...box(plain, 1050, 1280)),
    );
  });

  test('"SIMULATED" is always at the lower left', () => {
    const painter = createPainter(request());
    const letters = box(painter.paint(0).data, 20, 160);
    const ground = box(painter.paint(0).data, 200, 340);
    expect(Math.max(...letters)).toBeGreaterThan(Math.max(...ground) + 15);
  });
});

test("motion spans the whole clip at any duration", () => {
  const painter = createPainter(request({ prompt: "a desert, pan right", durationSeconds: 10 }));
  const frames = [0, 60, 120, 180, 239].map((index) => painter.paint(index).data.slice());
  for (let index = 1; index < frames.length; index += 1) {
    const before = frames[index - 1];
    const after = frames[index];
    expect(before && after && Buffer.compare(before, after)).not.toBe(0);
  }
});
