import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { FakeFrames } from "../testing/fake-frames.ts";
import { createSheetPlayer } from "./sheet-player.ts";

/** A frame that records which take it belongs to. */
function picture(name: string): ImageBitmap {
  return { width: 1, height: 1, close: vi.fn(), name } as unknown as ImageBitmap;
}

function factsOf(frameCount: number, frameRate = 24) {
  const frameTimes = Array.from({ length: frameCount }, (_, index) => index / frameRate);
  return { frameCount, frameRate, frameTimes, durationS: frameCount / frameRate };
}

/** A player on a manual clock: ten ticks per simulated second unless stated otherwise. */
function aSheet() {
  const frames = new FakeFrames();
  const player = createSheetPlayer(frames);
  const seen: Record<string, string | undefined>[] = [];
  const ids: string[] = [];
  player.onShown(() => {
    seen.push(
      Object.fromEntries(
        ids.map((id) => [id, (player.pictureOf(id) as { name?: string } | null)?.name]),
      ),
    );
  });
  return {
    player,
    seen,
    open(id: string, frameCount: number, rate = 24) {
      ids.push(id);
      player.open(id, factsOf(frameCount, rate));
    },
    give(id: string, from: number, to: number) {
      for (let index = from; index <= to; index += 1) {
        player.addFrame(id, index, picture(`${id}${index}`));
      }
    },
    pass: (ms: number) => frames.paintAfter(ms),
    hide: () => frames.hide(),
    get isIdle() {
      return frames.isIdle;
    },
  };
}

function aFullSheet(frames = 48) {
  const sheet = aSheet();
  sheet.open("a", frames);
  sheet.open("b", frames);
  sheet.give("a", 0, frames - 1);
  sheet.give("b", 0, frames - 1);
  return sheet;
}

describe("a new sheet", () => {
  test("is paused, silent and loops, and shows nothing", () => {
    const { player } = aSheet();
    expect(player.getState()).toMatchObject({
      isReady: false,
      isBuffering: false,
      isPlaying: false,
      isLooping: true,
      frame: 0,
      speed: 1,
      audible: "none",
      offsetFrames: 0,
      damage: { left: [], right: [] },
      failedSide: null,
    });
    player.open("a", factsOf(4));
    expect([player.pictureOf("a"), player.frameOf("a")]).toEqual([null, null]);
  });
});

describe("showing", () => {
  test("shows nothing until every take has its first frame", () => {
    const { player, seen, open, give } = aSheet();
    open("a", 48);
    open("b", 48);
    give("a", 0, 3);
    expect(player.getState()).toMatchObject({ isReady: false, isBuffering: true });
    expect(seen).toEqual([]);
    give("b", 0, 0);
    expect(seen).toEqual([{ a: "a0", b: "b0" }]);
    expect(player.getState()).toMatchObject({ isReady: true, isBuffering: false, frameCount: 48 });
  });

  test("waits in all takes for a frame that one of them lacks", () => {
    const { player, seen, open, give } = aSheet();
    open("a", 48);
    open("b", 48);
    give("a", 0, 20);
    give("b", 0, 5);
    player.goToFrame(10);
    expect(player.getState().isBuffering).toBe(true);
    expect(player.pictureOf("a")).toMatchObject({ name: "a0" });
    give("b", 6, 10);
    expect(seen.at(-1)).toEqual({ a: "a10", b: "b10" });
    expect(player.getState().isBuffering).toBe(false);
  });

  test("shows the frame at the current time for other lengths and rates, and the last frame of a shorter take", () => {
    const { player, seen, open, give } = aSheet();
    open("a", 48);
    open("b", 30, 30);
    give("a", 0, 47);
    give("b", 0, 29);
    expect(player.getState()).toMatchObject({ frameRate: 30, frameCount: 60 });
    player.goToFrame(15);
    expect(seen.at(-1)).toEqual({ a: "a12", b: "b15" });
    expect([player.frameOf("a"), player.frameOf("b")]).toEqual([12, 15]);
    player.goToFrame(59);
    expect(seen.at(-1)).toEqual({ a: "a47", b: "b29" });
  });

  test("shows the previous frame for one that the decoder skipped", () => {
    const { player, seen, open, give } = aSheet();
    open("a", 4);
    give("a", 1, 1);
    give("a", 3, 3);
    player.finish("a");
    for (const frame of [0, 1, 2, 3]) player.goToFrame(frame);
    expect(seen.map(({ a }) => a)).toEqual(["a1", "a1", "a1", "a3"].slice(-seen.length));
    expect(player.getState().isBuffering).toBe(false);
  });

  test("doesn't wait for a take that can't be decoded", () => {
    const { player, seen, open, give } = aSheet();
    open("a", 4);
    open("b", 4);
    give("a", 0, 3);
    player.finish("b");
    expect(seen.at(-1)).toMatchObject({ a: "a0", b: undefined });
  });
});

describe("playing", () => {
  test("starts, pauses and toggles", () => {
    const sheet = aFullSheet();
    const { player } = sheet;
    const isPlaying = () => player.getState().isPlaying;
    player.toggle();
    expect(isPlaying()).toBe(true);
    player.toggle();
    expect(isPlaying()).toBe(false);
    expect(sheet.isIdle).toBe(true);
    player.play();
    player.pause();
    expect(isPlaying()).toBe(false);
    player.play();
    player.step(2);
    expect(player.getState()).toMatchObject({ frame: 2, isPlaying: false });
  });

  test("follows a dragged slider and resumes afterwards", () => {
    const { player } = aFullSheet();
    player.play();
    player.scrubTo(20);
    expect(player.getState()).toMatchObject({ frame: 20, isPlaying: false });
    player.endScrub();
    expect(player.getState()).toMatchObject({ frame: 20, isPlaying: true });
  });

  test("plays at the speed that is set", () => {
    const { player, pass } = aFullSheet();
    player.setSpeed(2);
    player.play();
    pass(1000 / 24);
    expect(player.getState()).toMatchObject({ frame: 2, speed: 2 });
  });

  test("follows the clock and counts dropped frames", () => {
    const { player, pass } = aFullSheet();
    player.play();
    pass(1000 / 24);
    expect(player.getState()).toMatchObject({ frame: 1, droppedFrames: 0 });
    pass((1000 / 24) * 3);
    expect(player.getState()).toMatchObject({ frame: 4, droppedFrames: 2 });
  });

  test("loops, or stops on the last frame", () => {
    const sheet = aFullSheet();
    sheet.player.goToFrame(46);
    sheet.player.play();
    sheet.pass((1000 / 24) * 3);
    expect(sheet.player.getState()).toMatchObject({ frame: 1, isPlaying: true });
    sheet.player.setLooping(false);
    sheet.pass(3000);
    expect(sheet.player.getState()).toMatchObject({ frame: 47, isPlaying: false });
    expect(sheet.isIdle).toBe(true);
    sheet.player.play();
    expect(sheet.player.getState().frame).toBe(0);
  });

  test("stops when the page is hidden", () => {
    const sheet = aFullSheet();
    sheet.player.play();
    sheet.hide();
    expect(sheet.player.getState().isPlaying).toBe(false);
    expect(sheet.isIdle).toBe(true);
  });

  test("stays inside its region", () => {
    const { player, pass } = aFullSheet();
    player.setRegion({ startFrame: 10, endFrame: 13 });
    player.play();
    for (let lap = 0; lap < 20; lap += 1) {
      pass(1000 / 24);
      expect(player.getState().frame).toBeGreaterThanOrEqual(10);
      expect(player.getState().frame).toBeLessThanOrEqual(13);
    }
  });

  test("buffers missing frames and continues from the same place", () => {
    const { player, open, give, pass } = aSheet();
    open("a", 48);
    give("a", 0, 2);
    player.play();
    for (let tick = 0; tick < 30; tick += 1) pass(1000 / 24);
    expect(player.getState()).toMatchObject({ frame: 3, isBuffering: true, isPlaying: true });
    give("a", 3, 47);
    expect(player.getState().isBuffering).toBe(false);
    pass(1000 / 24);
    expect(player.getState().frame).toBe(4);
  });

  test("shows the same time in all takes after any actions", () => {
    const move = fc.oneof(
      fc.record({ kind: fc.constant("pass" as const), by: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ kind: fc.constant("step" as const), by: fc.integer({ min: -60, max: 60 }) }),
      fc.record({ kind: fc.constant("go" as const), by: fc.integer({ min: -5, max: 60 }) }),
      fc.record({ kind: fc.constant("toggle" as const), by: fc.constant(0) }),
      fc.record({ kind: fc.constant("scrub" as const), by: fc.nat(47) }),
      fc.record({ kind: fc.constant("speed" as const), by: fc.integer({ min: 1, max: 20 }) }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const { player, seen, pass } = aFullSheet();
        for (const { kind, by } of moves) {
          if (kind === "pass") pass(by);
          if (kind === "step") player.step(by);
          if (kind === "go") player.goToFrame(by);
          if (kind === "toggle") player.toggle();
          if (kind === "scrub") player.scrubTo(by);
          if (kind === "scrub" && by % 2 === 0) player.endScrub();
          if (kind === "speed") player.setSpeed(by / 10);
          const { frame } = player.getState();
          expect(seen.at(-1)).toEqual({ a: `a${frame}`, b: `b${frame}` });
        }
      }),
    );
  });
});

test("releases every frame on close", () => {
  const { player, open } = aSheet();
  const pictures = [picture("0"), picture("1")];
  open("a", 2);
  for (const [index, image] of pictures.entries()) player.addFrame("a", index, image);
  const late = picture("late");
  player.close();
  const closed = player.getState();
  player.addFrame("a", 0, late);
  player.goToFrame(1);
  expect(player.getState()).toBe(closed);
  for (const { close } of [...pictures, late]) expect(close).toHaveBeenCalled();
});
