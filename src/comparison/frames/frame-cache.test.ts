import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFrameCache } from "./frame-cache.ts";
import { distanceFrom, type Focus, framesToFetch, framesUntil } from "./frame-plan.ts";

const rest = (frame: number): Focus => ({ frame, isPlaying: false, loop: null });

describe("the frame cache", () => {
  it("keeps the nearest frames, in any order of arrival", () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.array(fc.nat(60), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        (at, frames, room) => {
          const cache = createFrameCache<number>(room * 10, (frame) =>
            distanceFrom(rest(at), frame),
          );
          for (const frame of frames) cache.set(frame, frame, 10);
          const nearest = [...new Set(frames)]
            .map((frame) => Math.abs(frame - at))
            .sort((a, b) => a - b)
            .slice(0, room);
          const kept = [...new Set(frames)].filter((frame) => cache.has(frame));
          expect(cache.bytes).toBe(kept.length * 10);
          expect(cache.bytes).toBeLessThanOrEqual(room * 10);
          expect(kept.map((frame) => Math.abs(frame - at)).sort((a, b) => a - b)).toEqual(nearest);
        },
      ),
    );
  });

  it("returns every evicted frame exactly once", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 100 }), (frames) => {
        const cache = createFrameCache<{ put: number }>(50, (frame) => frame);
        const gone = frames.flatMap((frame, put) => cache.set(frame, { put }, 10));
        const kept = [...new Set(frames)].filter((frame) => cache.has(frame)).length;
        expect(new Set(gone).size).toBe(gone.length);
        expect(gone.length + kept).toBe(frames.length);
      }),
    );
  });

  it("predicts whether a frame would be kept", () => {
    const cache = createFrameCache<string>(20, (frame) => frame);
    expect(cache.hasRoomFor(9, 30)).toBe(true);
    cache.set(3, "three", 10);
    cache.set(5, "five", 10);
    expect([cache.hasRoomFor(6, 10), cache.hasRoomFor(4, 10)]).toEqual([false, true]);
  });

  it("has room for any frame as long as its budget lasts, and then only for nearer ones", () => {
    const cache = createFrameCache<string>(30, (frame) => frame);
    cache.set(3, "three", 10);
    expect([cache.hasRoomFor(99, 10), cache.hasRoomFor(99, 20)]).toEqual([true, true]);
    cache.set(5, "five", 20);
    expect([cache.hasRoomFor(5, 10), cache.hasRoomFor(4, 10)]).toEqual([false, true]);
  });

  it("evicts the least recently used of frames that are equally far", () => {
    const cache = createFrameCache<string>(20, () => 1);
    cache.set(0, "a", 10);
    cache.set(1, "b", 10);
    cache.get(0);
    expect(cache.set(2, "c", 10)).toEqual(["b"]);
  });

  it("evicts a frame beside the current one, too", () => {
    const cache = createFrameCache<string>(10, (frame) => frame);
    cache.set(0, "a", 10);
    expect(cache.set(1, "b", 10)).toEqual(["b"]);
  });

  it("has nothing after it was cleared", () => {
    const cache = createFrameCache<string>(10, (frame) => frame);
    cache.set(0, "a", 10);
    cache.clear();
    expect([cache.bytes, cache.has(0), cache.get(0)]).toEqual([0, false, undefined]);
  });

  it("keeps a single frame that exceeds its size", () => {
    const cache = createFrameCache<string>(10, (frame) => frame);
    expect([cache.set(0, "large", 99), cache.get(0)]).toEqual([[], "large"]);
  });
});

describe("the frames to decode next", () => {
  it("are ahead during playback, and around the current frame when paused", () => {
    expect(framesToFetch({ frame: 10, isPlaying: true, loop: null }, 100, 8)).toEqual([
      10, 11, 12, 13, 14, 15,
    ]);
    expect(framesToFetch(rest(10), 100, 5)).toEqual([10, 9, 11, 8, 12]);
  });

  it("continue at the start near the end of a loop", () => {
    const focus = { frame: 19, isPlaying: true, loop: { start: 10, end: 20 } };
    expect(framesToFetch(focus, 20, 8).slice(0, 4)).toEqual([19, 10, 11, 12]);
    expect([19, 20, 10, 18].map((frame) => framesUntil(focus, frame))).toEqual([0, 1, 2, 10]);
    expect(framesUntil(focus, 9)).toBe(Number.POSITIVE_INFINITY);
    expect(framesUntil({ ...focus, frame: 20 }, 10)).toBe(1);
    expect(framesUntil({ ...focus, frame: 21 }, 10)).toBe(Number.POSITIVE_INFINITY);
  });

  it("are none that will not be shown", () => {
    expect(framesToFetch({ frame: 98, isPlaying: true, loop: null }, 100, 50)).toEqual([98, 99]);
  });

  it("count as four times as far behind the playhead as ahead, unless a loop reaches them sooner", () => {
    const focus = { frame: 10, isPlaying: true, loop: null };
    expect([8, 10, 12].map((frame) => distanceFrom(focus, frame))).toEqual([8, 0, 2]);
    const looped = { frame: 19, isPlaying: true, loop: { start: 0, end: 20 } };
    expect([2, 18].map((frame) => distanceFrom(looped, frame))).toEqual([4, 4]);
    expect([2, 18].map((frame) => distanceFrom(rest(19), frame))).toEqual([17, 1]);
  });

  it("fit into the cache, start with the current frame, and would all be kept", () => {
    const anyFocus = fc
      .tuple(fc.nat(99), fc.boolean(), fc.option(fc.tuple(fc.nat(99), fc.nat(99))))
      .map(([frame, isPlaying, ends]) => ({
        frame,
        isPlaying,
        loop: ends && { start: Math.min(...ends), end: Math.max(...ends) },
      }));
    fc.assert(
      fc.property(anyFocus, fc.integer({ min: 4, max: 50 }), (focus, room) => {
        const fetched = framesToFetch(focus, 100, room);
        expect(fetched.length).toBeLessThanOrEqual(room);
        expect(fetched[0]).toBe(focus.frame);
        const cache = createFrameCache<number>(room, (frame) => distanceFrom(focus, frame));
        for (const frame of fetched) cache.set(frame, frame, 1);
        expect(fetched.every((frame) => cache.has(frame))).toBe(true);
      }),
    );
  });
});
