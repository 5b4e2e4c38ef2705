/** A chart of flat colours and the way a browser shows it, to check whether two ways to paint a clip agree. */

const COLOURS = [
  "#c81e1e",
  "#1ec81e",
  "#1e1ec8",
  "#c8c81e",
  "#c81ec8",
  "#1ec8c8",
  "#f0f0f0",
  "#404040",
];
const COLUMNS = 4;
const ROWS = 2;

/** Paints the chart over the whole canvas. */
export function paintChart(context: OffscreenCanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  for (const [index, colour] of COLOURS.entries()) {
    context.fillStyle = colour;
    const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
    const [step, drop] = [width / COLUMNS, height / ROWS];
    context.fillRect(column * step, row * drop, step, drop);
  }
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Red, green and blue at the centre of each patch, in order. `area` is the position of the chart in the source. */
export function readChart(source: CanvasImageSource, area?: Area): number[] {
  const [width, height] = [COLUMNS * 16, ROWS * 16];
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  if (area) context.drawImage(source, area.x, area.y, area.width, area.height, 0, 0, width, height);
  else context.drawImage(source, 0, 0, width, height);
  return COLOURS.flatMap((_, index) => {
    const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
    const { data } = context.getImageData(column * 16 + 8, row * 16 + 8, 1, 1);
    return [...data.slice(0, 3)];
  });
}

/** The colours that `<video>` shows for a clip of this chart. */
export async function chartInVideo(clip: Blob, area?: Area): Promise<number[]> {
  const url = URL.createObjectURL(clip);
  const video = document.createElement("video");
  try {
    await new Promise<void>((resolve, reject) => {
      video.onerror = () => reject(new Error(video.error?.message));
      video.requestVideoFrameCallback(() => resolve());
      video.muted = true;
      video.src = url;
      document.body.append(video);
      video.currentTime = 0.02;
    });
    return readChart(video, area);
  } finally {
    video.remove();
    URL.revokeObjectURL(url);
  }
}

/** The largest difference of a value, out of 255. */
export function chartDifference(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? 0))));
}
