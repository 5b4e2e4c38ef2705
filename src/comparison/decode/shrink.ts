/** Makes sketches: frames at low resolution, so that those of a whole clip fit in memory while scrubbing. */

import type { ClipMedia } from "../media/clip-media.ts";
import { type PerSide, SIDES, type Side } from "../sides.ts";
import type { FrameCopy } from "./frame-copy.ts";

/** What the memory needed by a clip's frames depends on. */
type SizedClip = Pick<ClipMedia, "width" | "height" | "frameCount">;

/**
 * The reduction factor for each side's sketches; null if all frames of both fit at full size. Either both sides have
 * sketches or neither, at about the same resolution; otherwise the coarser side would identify the larger clip in a
 * blind comparison.
 */
export function sketchFactors(
  clips: PerSide<SizedClip>,
  budgets: { full: number; sketches: number },
): PerSide<number> | null {
  const needs = SIDES.map((side) => frameBytesOf(clips[side]) * clips[side].frameCount);
  if (needs.every((need) => need <= budgets.full)) return null;
  const heights = SIDES.map((side, at) => {
    const factor = Math.max(2, Math.ceil(Math.sqrt((needs[at] ?? 0) / budgets.sketches)));
    return clips[side].height / factor;
  });
  const factorOf = (side: Side) =>
    Math.max(2, Math.round(clips[side].height / Math.min(...heights)));
  return { left: factorOf("left"), right: factorOf("right") };
}

/** Bytes of a decoded frame in 4:2:0, the most common output format. */
export function frameBytesOf({ width, height }: Pick<ClipMedia, "width" | "height">): number {
  return width * height * 1.5;
}

/** Shrinks a frame but keeps its display size, so that it is drawn the same way. Null for unusual pixel formats. */
export function shrink({ buffer, init }: FrameCopy, factor: number): FrameCopy | null {
  const { format, layout, codedWidth, codedHeight } = init;
  if ((format !== "I420" && format !== "NV12") || !layout) return null;
  const width = evenPart(codedWidth / factor);
  const height = evenPart(codedHeight / factor);
  const source = new Uint8Array(buffer);
  const small = new Uint8Array((width * height * 3) / 2);
  const samples = format === "NV12" ? 2 : 1;
  let end = 0;
  const layouts = layout.map(({ offset, stride }, plane) => {
    const isLuma = plane === 0;
    const from = { data: source, offset, stride, samples: isLuma ? 1 : samples };
    const to = {
      data: small,
      offset: end,
      width: isLuma ? width : width / 2,
      height: isLuma ? height : height / 2,
    };
    shrinkPlane(from, to, factor);
    const row = to.width * from.samples;
    end += row * to.height;
    return { offset: to.offset, stride: row };
  });
  return {
    buffer: small.buffer,
    init: {
      ...init,
      layout: layouts,
      codedWidth: width,
      codedHeight: height,
      displayWidth: init.displayWidth ?? codedWidth,
      displayHeight: init.displayHeight ?? codedHeight,
    },
  };
}

interface PlaneFrom {
  data: Uint8Array;
  offset: number;
  stride: number;
  /** Interleaved values per pixel. */
  samples: number;
}

interface PlaneTo {
  data: Uint8Array;
  offset: number;
  width: number;
  height: number;
}

/** Averages four pixels spread over each source square, which is fast and good enough. */
function shrinkPlane({ data, offset, stride, samples }: PlaneFrom, to: PlaneTo, factor: number) {
  const { data: target } = to;
  const right = (factor >> 1) * samples;
  const down = (factor >> 1) * stride;
  let at = to.offset;
  for (let y = 0; y < to.height; y += 1) {
    let from = offset + y * factor * stride;
    for (let x = 0; x < to.width; x += 1) {
      for (let sample = 0; sample < samples; sample += 1) {
        const near = from + sample;
        const sum =
          (data[near] ?? 0) +
          (data[near + right] ?? 0) +
          (data[near + down] ?? 0) +
          (data[near + right + down] ?? 0);
        target[at] = sum >> 2;
        at += 1;
      }
      from += factor * samples;
    }
  }
}

function evenPart(length: number): number {
  return Math.max(2, Math.floor(length / 2) * 2);
}
