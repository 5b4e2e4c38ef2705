/** Camera moves: the position of each depth of the scene at each time in the clip. */
import { randomFor } from "../plan/prng.ts";
import type { CameraMove, ScenePlan } from "../plan/scene-plan.ts";

/** Distance from the camera: 0 is the sky, 1 the nearest. */
export type Depth = number;

/** A shift in frame pixels and a zoom around the frame's focus. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

/** Share of the frame that layers extend beyond each edge, so that no move exposes one. */
export const OVERSCAN_X = 0.13;
export const OVERSCAN_Y = 0.105;

/** Vertical centre of zooms, as a share of the height: slightly below the middle, near the horizon. */
const FOCUS_Y = 0.52;

/** Where a point of the unmoved picture appears in a view. */
export function projectPoint(
  view: View,
  frame: { readonly width: number; readonly height: number },
  { x, y }: { x: number; y: number },
): { x: number; y: number } {
  const cx = frame.width / 2;
  const cy = frame.height * FOCUS_Y;
  return { x: (x - cx) * view.zoom + cx + view.x, y: (y - cy) * view.zoom + cy + view.y };
}

/** The view of a depth at a time. `progress` goes from 0 to 1 over the clip. */
export type Camera = (progress: number, depth: Depth) => View;

/** The camera of a plan for a frame size and the clip's duration. */
export function createCamera(
  plan: ScenePlan,
  { width, height, seconds }: { width: number; height: number; seconds: number },
): Camera {
  const reach = Math.min(1, 0.55 + 0.4 * plan.pace);
  const shake = cameraShake(plan.seed, seconds);
  return (progress, depth) => {
    const move = moveAt(plan.camera, depth, { t: ease(progress), reach });
    const hand = plan.camera === "handheld" ? shake(progress) : STILL;
    const near = 0.35 + 0.65 * depth;
    return {
      x: (move.x + hand.x * near) * width * OVERSCAN_X * 0.92,
      y: (move.y + hand.y * near) * height * OVERSCAN_Y * 0.92,
      zoom: move.zoom,
    };
  };
}

const STILL: View = { x: 0, y: 0, zoom: 1 };

/** Shifts are -1 to 1 times the overscan. The zoom is never below 1. */
function moveAt(
  camera: CameraMove,
  depth: Depth,
  { t, reach }: { t: number; reach: number },
): View {
  const swing = (t * 2 - 1) * reach;
  const parallax = 0.16 + 0.84 * depth;
  switch (camera) {
    case "pan-right":
      return { x: -swing * parallax, y: 0, zoom: 1 };
    case "pan-left":
      return { x: swing * parallax, y: 0, zoom: 1 };
    case "tilt-up":
      return { x: 0, y: swing * (0.55 + 0.45 * depth), zoom: 1 };
    case "tilt-down":
      return { x: 0, y: -swing * (0.55 + 0.45 * depth), zoom: 1 };
    case "dolly-in":
      return { x: 0, y: 0, zoom: 1 + t * reach * zoomGain(depth) };
    case "pull-back":
      return { x: 0, y: 0, zoom: 1 + (1 - t) * reach * zoomGain(depth) };
    case "orbit":
      return {
        x: -swing * (depth - 0.42) * 1.7,
        y: 0,
        zoom: depth < SKY_DEPTH ? 1 : 1 + 0.05 * Math.sin(Math.PI * t),
      };
    case "crane":
      return { x: 0, y: swing * (0.1 + 0.9 * depth), zoom: 1 + (1 - t) * 0.14 * depth };
    case "handheld":
    case "static":
      return STILL;
  }
}

/**
 * How much a depth is enlarged when the camera approaches. The sky is never scaled, so it is painted by a plain copy.
 */
function zoomGain(depth: Depth): number {
  return depth < SKY_DEPTH ? 0 : 0.03 + 0.32 * depth * depth;
}

/** Depths below this are sky. */
const SKY_DEPTH = 0.06;

/** Easing: moves start and end softly without stopping in between. */
function ease(t: number): number {
  return t * 0.2 + t * t * (3 - 2 * t) * 0.8;
}

/** Camera shake: a few slow waves that do not repeat. */
function cameraShake(seed: number, seconds: number): (progress: number) => View {
  const random = randomFor(seed, "hand");
  const waves = [0.31, 0.74, 1.37, 2.3].map((hertz) => ({
    hertz,
    size: 0.34 / (0.4 + hertz),
    x: random() * Math.PI * 2,
    y: random() * Math.PI * 2,
  }));
  return (progress) => {
    let x = 0;
    let y = 0;
    for (const wave of waves) {
      const angle = progress * seconds * wave.hertz * Math.PI * 2;
      x += Math.sin(angle + wave.x) * wave.size;
      y += Math.sin(angle * 1.13 + wave.y) * wave.size;
    }
    return { x: x * 0.6, y: y * 0.6, zoom: 1 };
  };
}
