/** What the worker is asked for, and what it answers. Everything here can be cloned from one thread to the other. */
import type { ClipMedia } from "../engine/clip-media.ts";
import type { Heard, Region } from "../engine/comparison.ts";
import type { PerSide } from "../side.ts";
import type { SideLabel } from "./labels.ts";
import type { TakenView } from "./paint-moment.ts";

/** What both kinds of work begin with. */
interface Work {
  media: PerSide<ClipMedia>;
  labels: PerSide<SideLabel>;
  offsetFrames: number;
  /** Of the common timeline. */
  region: Region;
}

/** The comparison as a film. */
export interface FilmJob extends Work {
  kind: "film";
  view: TakenView;
  heard: Heard;
}

/** Pictures of several moments on one sheet. */
export interface SheetJob extends Work {
  kind: "sheet";
  columns: number;
}

export type Job = FilmJob | SheetJob;

/** The usual coding, or the one that is taken where the browser cannot encode that. */
export type FilmCodec = "avc" | "vp9";

export interface Made {
  blob: Blob;
  width: number;
  height: number;
  /** Whether the browser could make it in a smaller size only. */
  isSmaller: boolean;
  /** Of a film. */
  codec: FilmCodec | null;
  /** Whether a sound was wanted that could not be put in. */
  isSoundMissing: boolean;
}

/** Of a picture. */
export const PLAIN = { isSmaller: false, codec: null, isSoundMissing: false } as const;

/** `no-encoder`: this browser cannot make films of this size. */
export type Result = { ok: true; made: Made } | { ok: false; reason: "no-encoder" | "failed" };

export type JobAnswer = { kind: "progress"; part: number } | { kind: "result"; result: Result };
