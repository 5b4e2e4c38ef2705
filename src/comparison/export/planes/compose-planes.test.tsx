import { describe, expect, it } from "vitest";
import {
  createBarPainter,
  createFramePainter,
  exportView,
} from "#comparison/export/paint-frame.ts";
import { fitTogether } from "../../geometry/fitting.ts";
import type { Size } from "../../geometry/shapes.ts";
import { INITIAL_VIEW, type ViewState } from "../../geometry/view-state.ts";
import type { Context2D } from "../../paint/paint-comparison.ts";
import { createWorkCanvas } from "../../paint/work-canvas.ts";
import type { PerSide } from "../../sides.ts";
import { createCanvasComposer } from "../compose.ts";
import { layOut } from "../layout.ts";
import { pixelsOf } from "../testing/read-video.ts";
import { createPlaneComposer } from "./compose-planes.ts";
import { createVideoPlanes, type Matrix, putPixels } from "./video-planes.ts";

const TIME = { startS: 0.5, lengthS: 0.04 };

interface Picture extends Size {
  format?: "I420" | "NV12";
  matrix?: Matrix;
  hue?: number;
}

/** A decoded frame with soft and hard edges. */
function aFrame({
  width,
  height,
  format = "I420",
  matrix = "bt709",
  hue = 0,
}: Picture): VideoFrame {
  const context = createWorkCanvas({ width, height });
  const gradient = context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, `hsl(${hue} 60% 30%)`);
  gradient.addColorStop(1, `hsl(${hue + 90} 70% 70%)`);
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  context.fillStyle = "white";
  context.beginPath();
  context.arc(width / 3, height / 2, height / 4, 0, 7);
  context.fill();
  const video = createVideoPlanes({ width, height });
  putPixels(video, context.getImageData(0, 0, width, height), { at: { x: 0, y: 0 }, matrix });
  const [, blueness, redness] = video.planes;
  const bytes = video.bytes.slice(0, video.length);
  for (let at = 0; format === "NV12" && at < (width * height) / 4; at += 1) {
    bytes[width * height + 2 * at] = video.bytes[blueness.offset + at] ?? 0;
    bytes[width * height + 2 * at + 1] = video.bytes[redness.offset + at] ?? 0;
  }
  const colorSpace = { matrix, primaries: "bt709", transfer: "bt709", fullRange: false } as const;
  return new VideoFrame(bytes, {
    format,
    codedWidth: width,
    codedHeight: height,
    timestamp: 0,
    colorSpace,
  });
}

async function composeBoth(left: Picture, right: Picture, view: Partial<ViewState> = {}) {
  const pictures: PerSide<VideoFrame> = {
    left: aFrame(left),
    right: aFrame({ hue: 200, ...right }),
  };
  const taken = exportView({ ...INITIAL_VIEW, ...view });
  const layout = layOut(fitTogether({ left, right }), taken.view);
  const captions = {
    left: { text: "Standard", colour: "rgb(90 220 210)" },
    right: { text: "Pro", colour: "rgb(240 170 90)" },
  };
  const paintBar = createBarPainter(layout, captions);
  const options = {
    layout,
    view: taken,
    paintFrame: createFramePainter(layout, captions, taken),
    paintBar: (context: Context2D, text: string) => paintBar(context, text, 0),
  };
  const compose = createPlaneComposer(options, pictures);
  const image = async (made: Promise<VideoFrame>) => {
    const frame = await made;
    const context = createWorkCanvas({ width: frame.displayWidth, height: frame.displayHeight });
    context.drawImage(frame, 0, 0);
    frame.close();
    return pixelsOf(context.canvas);
  };
  const composed = compose && (await image(compose(pictures, "0.50 s · frame 13", TIME)));
  const painted = await image(createCanvasComposer(options)(pictures, "0.50 s · frame 13", TIME));
  pictures.left.close();
  pictures.right.close();
  return { composed, painted };
}

/** The mean difference of two images on a scale of 255, and the share of clearly different bytes. */
function difference(one: ImageData | null, other: ImageData) {
  if (!one) throw new Error("nothing was composed");
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  const differences = other.data.map((value, at) => Math.abs(value - (one.data[at] ?? 0)));
  const clearShare = differences.filter((each) => each > 40).length / differences.length;
  return {
    mean: differences.reduce((sum, each) => sum + each, 0) / differences.length,
    plain: clearShare,
  };
}

/** Two pictures and how they are shown. */
interface Example extends PerSide<Picture> {
  view?: Partial<ViewState>;
}

describe("composing planes without a canvas", () => {
  const full = { width: 320, height: 180 };
  const small = { width: 160, height: 90 };
  it.each<[string, Example]>([
    ["of one size", { left: full, right: full }],
    ["of two sizes", { left: small, right: full }],
    [
      "as BT.601 has it",
      { left: { ...full, matrix: "smpte170m" }, right: { ...full, matrix: "smpte170m" } },
    ],
    [
      "as graphics cards give them",
      { left: { ...full, format: "NV12" }, right: { ...full, format: "NV12" } },
    ],
    ["of a card, and enlarged", { left: full, right: { ...small, format: "NV12" } }],
    ["divided", { left: full, right: full, view: { view: "wipe", divider: 0.3 } }],
    [
      "divided across, one enlarged",
      { left: full, right: small, view: { view: "wipe", divider: 0.7, isHorizontal: true } },
    ],
    ["divided at the edge", { left: full, right: full, view: { view: "wipe", divider: 1 } }],
  ])("matches the painted picture: %s", async (_, { left, right, view = {} }) => {
    const { composed, painted } = await composeBoth(left, right, view);
    const { mean, plain } = difference(composed, painted);
    expect(mean).toBeLessThan(1.5);
    expect(plain).toBeLessThan(0.01);
  });

  it.each<[string, Example]>([
    ["of another ratio", { left: full, right: { width: 180, height: 180 } }],
    ["laid over each other", { left: full, right: full, view: { view: "overlay" } }],
    ["of other colours", { left: full, right: { ...full, matrix: "smpte170m" } }],
  ])("falls back to the canvas: %s", async (_, { left, right, view = {} }) => {
    const { composed, painted } = await composeBoth(left, right, view);
    expect(composed).toBeNull();
    expect(painted.width % 2).toBe(0);
  });
});
