/** Renders a comparison's stage alone, and reads the colours it shows. */

import { expect } from "vitest";
import { render } from "vitest-browser-react";
import type { ViewState } from "#comparison/geometry/view-state.ts";
import type { ClipMedia } from "#comparison/media/clip-media.ts";
import type { PerSide, Side } from "#comparison/sides.ts";
import { createFakeComparison } from "#comparison/testing/fake-comparison.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { aCompletedEntry } from "#studio/testing/fixtures.ts";
import { Announcer } from "#studio/ui/announcer.tsx";
import { SHORTCUT_AREA } from "#studio/ui/shortcuts/use-key-down.ts";
import { ComparisonStage } from "../stage/comparison-stage.tsx";
import { aCompared } from "./fake-compared.ts";
import "#studio/app/tokens.css";

const COLOURS: PerSide<string> = { left: "rgb(200 0 0)", right: "rgb(0 0 200)" };

/** Plain pictures in the sides' colours, with a white pixel in the centre. */
function drawPlain(context: OffscreenCanvasRenderingContext2D, side: Side) {
  const { width, height } = context.canvas;
  context.fillStyle = COLOURS[side];
  context.fillRect(0, 0, width, height);
  context.fillStyle = "white";
  context.fillRect(width / 2, height / 2, 1, 1);
}

interface ShowOptions {
  view?: Partial<ViewState>;
  media?: Partial<PerSide<Partial<ClipMedia>>>;
  isBlind?: boolean;
  width?: number;
}

/** Renders a stage with a red left and a blue right picture. */
export async function showComparisonStage({
  view = {},
  media,
  isBlind = false,
  width = 800,
}: ShowOptions = {}) {
  const comparison = createFakeComparison({ draw: drawPlain, ...(media && { media }) });
  const entry = (mode: "std" | "pro") =>
    aCompletedEntry({ id: mode, request: { prompt: "Sea", mode } });
  const compared = aCompared({
    comparison,
    view,
    left: { entry: entry("std") },
    right: { entry: entry("pro") },
  });
  const { container } = await render(
    <main style={{ width }}>
      <h1>Compare</h1>
      <div {...SHORTCUT_AREA}>
        <ComparisonStage compared={compared} isBlind={isBlind} />
      </div>
      <Announcer />
    </main>,
  );
  const canvas = container.querySelector("canvas");
  const context = canvas?.getContext("2d");
  if (!canvas || !context) throw new Error("no picture");
  /** The colour at a point of the picture, 0 to 1 of its visible part. */
  const colourAt = (x: number, y: number) => {
    const [r = 0, g = 0, b = 0] = context.getImageData(
      Math.floor(canvas.width * x),
      Math.floor(canvas.height * y),
      1,
      1,
    ).data;
    if (r > 250 && g > 250 && b > 250) return "white";
    if (r > 190 && b < 10) return "left";
    return b > 190 && r < 10 ? "right" : `${r} ${g} ${b}`;
  };
  await eventually(() => expect(colourAt(0.45, 0.3)).not.toBe("0 0 0"));
  return { container, canvas, colourAt, compared, comparison };
}

/** A point of the picture in page coordinates. */
export function placeOn(canvas: HTMLCanvasElement, x: number, y: number) {
  const box = canvas.getBoundingClientRect();
  return { clientX: box.left + box.width * x, clientY: box.top + box.height * y };
}
