/** What is said to the worker, and what it answers. Everything here can be cloned from one thread to the other. */
import type { ClipMedia } from "../engine/clip-media.ts";
import type { ClipReport } from "./report.ts";
import type { Sound } from "./sound/sound.ts";

/** Measure this clip. */
export interface MeasureRequest {
  media: ClipMedia;
  /** Pixels of the pictures that are looked at. */
  area: number;
  /** Decoded already: workers have no decoder for whole files, which some browsers need. */
  sound: Sound | "none" | "unreadable";
}

export type MeasureReply =
  /** 0 to 1. */
  | { kind: "progress"; part: number }
  | { kind: "report"; report: ClipReport }
  /** The browser gave up decoding. */
  | { kind: "failed" };
