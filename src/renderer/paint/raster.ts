/** Paints point by point, for clouds, rock, water and nebulae, which have no outlines. */
import { createCanvas } from "@napi-rs/canvas";
import type { PlainBrush } from "./brush.ts";
import type { Rgb } from "./color.ts";

/** The result of a shader for one point: colour and opacity. */
export interface Point {
  color: Rgb;
  alpha: number;
}

/** Rows of the stage to paint, and the size of a point in pixels. */
interface RasterArea {
  top: number;
  bottom: number;
  pointSize: number;
}

/** Paints rows of the stage, including overscan, with a colour for each point. */
export function paintRaster(
  { context, stage }: PlainBrush,
  area: RasterArea,
  shader: (x: number, y: number, point: Point) => void,
): void {
  const { pointSize } = area;
  const columns = Math.ceil((stage.width + 2 * stage.padX) / pointSize);
  const rows = Math.max(1, Math.ceil((area.bottom - area.top) / pointSize));
  const canvas = createCanvas(columns, rows);
  const small = canvas.getContext("2d");
  const pixels = small.createImageData(columns, rows);
  const { data } = pixels;
  const point: Point = { color: [0, 0, 0], alpha: 0 };
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, at += 4) {
      point.alpha = 0;
      shader((column + 0.5) * pointSize - stage.padX, area.top + (row + 0.5) * pointSize, point);
      if (point.alpha <= 0) continue;
      const noise = grain(column, row);
      data[at] = point.color[0] + noise;
      data[at + 1] = point.color[1] + noise;
      data[at + 2] = point.color[2] + noise;
      data[at + 3] = point.alpha * 255;
    }
  }
  small.putImageData(pixels, 0, 0);
  context.imageSmoothingQuality = "high";
  context.drawImage(canvas, -stage.padX, area.top, columns * pointSize, rows * pointSize);
}

/** Fixed fine grain around zero, which dithers gradients to avoid banding. */
export function grain(x: number, y: number): number {
  const value = 52.9829189 * ((0.06711056 * x + 0.00583715 * y) % 1);
  return value - Math.floor(value) - 0.5;
}
