import { describe, expect, test } from "vitest";
import { planScene } from "../plan/plan.ts";
import { CAMERA_MOVES, type CameraMove, type ScenePlan } from "../plan/scene-plan.ts";
import { createCamera, OVERSCAN_X, OVERSCAN_Y, projectPoint } from "./camera.ts";

const FRAME = { width: 1000, height: 500 };
const PLAN: ScenePlan = planScene({ prompt: "a meadow", negativePrompt: "" });
const DEPTHS = [0, 0.05, 0.3, 0.6, 1];
const TIMES = Array.from({ length: 21 }, (_, index) => index / 20);

function cameraOf(
  camera: CameraMove,
  { seconds = 5, ...plan }: Partial<ScenePlan & { seconds: number }> = {},
) {
  return createCamera({ ...PLAN, camera, pace: 1, ...plan }, { ...FRAME, seconds });
}

/** How far a move shifts a depth from its start to its end. */
function travel(camera: CameraMove, depth: number, pace = 1): { x: number; y: number } {
  const view = cameraOf(camera, { pace });
  const [first, last] = [view(0, depth), view(1, depth)];
  return { x: last.x - first.x, y: last.y - first.y };
}

describe.each(CAMERA_MOVES)("%s", (camera) => {
  test.each([0.7, 1, 1.5])("never shows the edge of a layer, at a pace of %d", (pace) => {
    const { width, height } = FRAME;
    const corner = { x: -OVERSCAN_X * width, y: -OVERSCAN_Y * height };
    const opposite = { x: width - corner.x, y: height - corner.y };
    for (const seed of [1, 2, 3]) {
      const view = cameraOf(camera, { pace, seed });
      const views = TIMES.flatMap((time) => DEPTHS.map((depth) => view(time, depth)));
      const first = views.map((at) => projectPoint(at, FRAME, corner));
      const last = views.map((at) => projectPoint(at, FRAME, opposite));
      expect(Math.max(...first.flatMap(({ x, y }) => [x, y]))).toBeLessThanOrEqual(0);
      expect(Math.min(...last.map(({ x }) => x))).toBeGreaterThanOrEqual(width);
      expect(Math.min(...last.map(({ y }) => y))).toBeGreaterThanOrEqual(height);
      expect(Math.min(...views.map(({ zoom }) => zoom))).toBeGreaterThanOrEqual(1);
    }
  });

  test("moves smoothly", () => {
    const view = cameraOf(camera);
    const steps = Array.from({ length: 200 }, (_, step) => step / 200);
    for (const depth of DEPTHS) {
      const jumps = steps.map((time) => {
        const [one, next] = [view(time, depth), view(time + 1 / 200, depth)];
        return { shift: Math.hypot(next.x - one.x, next.y - one.y), zoom: next.zoom - one.zoom };
      });
      expect(Math.max(...jumps.map(({ shift }) => shift))).toBeLessThan(FRAME.width / 100);
      expect(Math.max(...jumps.map(({ zoom }) => Math.abs(zoom)))).toBeLessThan(0.01);
    }
  });
});

test("panning shifts the picture against the move, and near things more than far ones", () => {
  expect(travel("pan-right", 1).x).toBeLessThan(travel("pan-right", 0.5).x);
  expect(travel("pan-right", 0.5).x).toBeLessThan(travel("pan-right", 0).x);
  expect(travel("pan-right", 0).x).toBeLessThan(0);
  expect(travel("pan-left", 1).x).toBeCloseTo(-travel("pan-right", 1).x);
  expect(travel("pan-left", 0.5).x).toBeCloseTo(-travel("pan-right", 0.5).x);
  expect(travel("pan-right", 1).y).toBe(0);
});

test("tilting shifts the picture against the move, and near things more than far ones", () => {
  expect(travel("tilt-up", 1).y).toBeGreaterThan(travel("tilt-up", 0.5).y);
  expect(travel("tilt-up", 0.5).y).toBeGreaterThan(travel("tilt-up", 0).y);
  expect(travel("tilt-up", 0).y).toBeGreaterThan(0);
  expect(travel("tilt-down", 1).y).toBeCloseTo(-travel("tilt-up", 1).y);
  expect(travel("tilt-down", 0.5).y).toBeCloseTo(-travel("tilt-up", 0.5).y);
  expect(travel("tilt-up", 1).x).toBe(0);
});

test.each(["pan-right", "tilt-up", "crane"] as const)(
  "%s is halfway at half time, and softer at both ends than in the middle",
  (camera) => {
    const view = cameraOf(camera);
    const placeAt = (time: number) => view(time, 1).x + view(time, 1).y;
    const whole = placeAt(1) - placeAt(0);
    const share = (time: number) => (placeAt(time) - placeAt(0)) / whole;
    expect(share(0.5)).toBeCloseTo(0.5);
    expect(share(0.1)).toBeGreaterThan(0);
    expect(share(0.1)).toBeLessThan(share(0.55) - share(0.45));
    expect(1 - share(0.9)).toBeCloseTo(share(0.1));
  },
);

test("a faster pace moves farther, within the limits", () => {
  const shift = (pace: number) => Math.abs(travel("pan-right", 1, pace).x);
  expect(shift(0.7)).toBeLessThan(shift(1));
  expect(shift(1)).toBeLessThan(shift(1.5));
  expect(shift(1.5)).toBe(shift(9));
  const zoom = (pace: number) => cameraOf("dolly-in", { pace })(1, 1).zoom;
  expect(zoom(0.7)).toBeLessThan(zoom(1));
});

test("dolly-in enlarges near things most and the sky not at all, and pull-back is its reverse", () => {
  const dolly = cameraOf("dolly-in");
  const pull = cameraOf("pull-back");
  expect(dolly(0, 1).zoom).toBe(1);
  expect(dolly(1, 1).zoom).toBeGreaterThan(dolly(1, 0.5).zoom);
  expect(dolly(1, 0.5).zoom).toBeGreaterThan(dolly(1, 0.06).zoom);
  expect(dolly(1, 0.06).zoom).toBeGreaterThan(1);
  expect(dolly(1, 0.05).zoom).toBe(1);
  for (const time of TIMES) expect(pull(time, 1).zoom).toBeCloseTo(dolly(1 - time, 1).zoom);
  expect(dolly(0.5, 1)).toMatchObject({ x: 0, y: 0 });
  expect(pull(0.5, 1)).toMatchObject({ x: 0, y: 0 });
});

test("orbit turns around the middle distance: near and far things shift to opposite sides", () => {
  expect(travel("orbit", 1).x).toBeLessThan(0);
  expect(travel("orbit", 0).x).toBeGreaterThan(0);
  const view = cameraOf("orbit");
  expect(view(0.5, 1).zoom).toBeGreaterThan(1.02);
  expect(view(1, 1).zoom).toBeCloseTo(1);
  expect(view(0.5, 0.06).zoom).toBeGreaterThan(1);
  expect(view(0.5, 0.05).zoom).toBe(1);
  expect(travel("orbit", 1).y).toBe(0);
});

test("crane rises over near things and away from them", () => {
  expect(travel("crane", 1).y).toBeGreaterThan(travel("crane", 0).y);
  expect(travel("crane", 0).y).toBeGreaterThan(0);
  const view = cameraOf("crane");
  expect(view(0, 1).zoom).toBeGreaterThan(view(0, 0.5).zoom);
  expect(view(0, 0.5).zoom).toBeGreaterThan(view(0.5, 0.5).zoom);
  expect(view(1, 1).zoom).toBe(1);
  expect(travel("crane", 1).x).toBe(0);
});

test("a static camera never moves", () => {
  const view = cameraOf("static");
  for (const time of TIMES) expect(view(time, 1)).toEqual({ x: 0, y: 0, zoom: 1 });
});

describe("handheld", () => {
  test("shakes both ways in both directions without zoom, near things more than far ones", () => {
    const view = cameraOf("handheld", { seconds: 10 });
    const near = TIMES.map((time) => view(time, 1));
    const far = TIMES.map((time) => view(time, 0));
    for (const side of ["x", "y"] as const) {
      expect(Math.min(...near.map((at) => at[side]))).toBeLessThan(0);
      expect(Math.max(...near.map((at) => at[side]))).toBeGreaterThan(0);
      for (const [index, at] of near.entries()) {
        expect(Math.abs(at[side])).toBeGreaterThan(2 * Math.abs(far[index]?.[side] ?? 99));
      }
    }
    expect(near.every(({ zoom }) => zoom === 1)).toBe(true);
  });

  test("shakes as fast in a long clip as in a short one", () => {
    const short = cameraOf("handheld", { seconds: 5 });
    const long = cameraOf("handheld", { seconds: 10 });
    for (const time of TIMES) expect(long(time / 2, 1).x).toBeCloseTo(short(time, 1).x);
  });

  test("differs between two clips", () => {
    const views = [1, 2].map((seed) => cameraOf("handheld", { seed })(0.5, 1));
    expect(views[0]?.x).not.toBeCloseTo(views[1]?.x ?? 0);
    expect(views[0]?.y).not.toBeCloseTo(views[1]?.y ?? 0);
  });
});

test("a zoom is centred in the frame's width, and slightly below the middle of its height", () => {
  const view = { x: 0, y: 0, zoom: 2 };
  const center = { x: 500, y: 260 };
  expect(projectPoint(view, FRAME, center)).toEqual(center);
  expect(projectPoint(view, FRAME, { x: 400, y: 250 })).toEqual({ x: 300, y: 240 });
  expect(projectPoint({ x: 3, y: -4, zoom: 1 }, FRAME, center)).toEqual({ x: 503, y: 256 });
});
