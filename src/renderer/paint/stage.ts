/** The stage of one clip: scenes paint its layers once, and the compositor shows them in every frame. */
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { OVERSCAN_X, OVERSCAN_Y, type View } from "../compose/camera.ts";
import type { Frame } from "../compose/frame.ts";
import { type PlanarImage, planarFromRgba } from "../compose/planes.ts";
import { type Random, randomFor } from "../plan/prng.ts";
import type { Element, ScenePlan } from "../plan/scene-plan.ts";
import { type Palette, paletteOf } from "./palette.ts";

/** A time in the clip. */
export interface ClipTime {
  /** Seconds from the start. */
  seconds: number;
  /** 0 to 1 over the clip. */
  progress: number;
}

/** Everything about the picture that stays constant, as input for painting. */
export interface Stage {
  readonly plan: ScenePlan;
  readonly palette: Palette;
  /** Frame size in pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels that are painted beyond each edge of the frame. */
  readonly padX: number;
  readonly padY: number;
  /** A hundredth of the frame's mean side, so that sizes look the same in every aspect ratio. */
  readonly unit: number;
  /** Whether to paint more layers and detail, for Pro. */
  readonly isPro: boolean;
  has(element: Element): boolean;
  random(purpose: string): Random;
}

/** Motion of a layer in addition to the camera's. */
export interface LayerMotion {
  /** Shift in pixels. */
  drift?: (time: ClipTime) => { x: number; y: number };
  opacity?: (time: ClipTime) => number;
  /** Horizontal shift of each frame row. */
  sway?: (time: ClipTime) => (row: number) => number;
}

/** A painted image at a depth of the scene. */
export interface Layer extends LayerMotion {
  kind: "layer";
  image: PlanarImage;
  /** Upper left corner in the frame without camera motion. */
  left: number;
  top: number;
  depth: number;
}

/** Something drawn onto every frame anew. */
export interface Overlay {
  kind: "overlay";
  draw(frame: Frame, time: ClipTime, view: (depth: number) => View): void;
}

/** The layers and overlays of a picture, back to front. */
export type Picture = (Layer | Overlay)[];

/** Creates the stage of a plan for a frame size. */
export function createStage(
  plan: ScenePlan,
  { width, height, isPro }: Pick<Stage, "width" | "height" | "isPro">,
): Stage {
  return {
    plan,
    palette: paletteOf(plan),
    width,
    height,
    padX: even(width * OVERSCAN_X),
    padY: even(height * OVERSCAN_Y),
    unit: Math.sqrt(width * height) / 100,
    isPro,
    has: (element) => plan.elements.includes(element),
    random: (purpose) => randomFor(plan.seed, purpose),
  };
}

/** Where a layer is and how it moves. Without `top` and `bottom` it covers all rows of the stage. */
interface LayerPlacement extends LayerMotion {
  depth: number;
  top?: number;
  bottom?: number;
}

/**
 * Paints a layer of the whole stage including overscan, or of some rows. The origin of the
 * context is the frame's upper left corner.
 */
export function paintLayer(
  stage: Stage,
  placement: LayerPlacement,
  paint: (context: SKRSContext2D) => void,
): Layer {
  const { top = -stage.padY, bottom = stage.height + stage.padY, ...motion } = placement;
  const from = Math.max(-stage.padY, even(top - 1));
  const height = Math.max(2, even(Math.min(bottom, stage.height + stage.padY) - from));
  const width = stage.width + 2 * stage.padX;
  const image = paintImage(width, height, (context) => {
    context.translate(stage.padX, -from);
    paint(context);
  });
  return { kind: "layer", image, left: -stage.padX, top: from, ...motion };
}

/** Paints an image of a given size. */
export function paintImage(
  width: number,
  height: number,
  paint: (context: SKRSContext2D) => void,
): PlanarImage {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  paint(context);
  return planarFromRgba(canvas.data(), width, height);
}

/** Rounds up to an even number, because chroma planes have half the size. */
export function even(value: number): number {
  return Math.ceil(value / 2) * 2;
}
