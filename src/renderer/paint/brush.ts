/** What drawing functions share. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Random } from "../plan/prng.ts";
import type { Stage } from "./stage.ts";

/** Where to draw, at which sizes and in which colours, and the random numbers that vary the drawing. */
export interface Brush {
  readonly context: SKRSContext2D;
  readonly stage: Stage;
  readonly random: Random;
}

/** A brush for drawings without variation of their own. */
export type PlainBrush = Omit<Brush, "random">;
