/** Shows a picture from back to front through the camera. */
import type { Camera, View } from "./camera.ts";
import type { Frame } from "./frame.ts";
import type { PlanarImage } from "./planes.ts";
import type { Layer, Moment, Picture } from "./stage.ts";

/** Draws one moment of a picture onto the frame. */
export function composite(frame: Frame, picture: Picture, camera: Camera, moment: Moment): void {
  const view = (depth: number): View => camera(moment.progress, depth);
  const places = picture.map((item) =>
    item.kind === "layer" ? place(item, frame, view, moment) : null,
  );
  let hiddenFrom = frame.height;
  // From front to back: what lies under rows that a nearer layer fills needs no drawing.
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const at = places[index];
    if (!at) continue;
    at.toRow = hiddenFrom;
    hiddenFrom = Math.min(hiddenFrom, at.solidFrom);
  }
  picture.forEach((item, index) => {
    const at = places[index];
    if (item.kind === "overlay") item.draw(frame, moment, view);
    else if (at) frame.draw(item.image, at);
  });
}

function place(layer: Layer, frame: Frame, view: (depth: number) => View, moment: Moment) {
  const { x, y, zoom } = view(layer.depth);
  const drift = layer.drift?.(moment);
  const opacity = layer.opacity?.(moment) ?? 1;
  const cx = frame.width / 2;
  const cy = frame.height * FOCUS_Y;
  const top = (layer.top + (drift?.y ?? 0) - cy) * zoom + cy + y;
  const reachesDown = top + layer.image.height * zoom >= frame.height;
  return {
    left: (layer.left + (drift?.x ?? 0) - cx) * zoom + cx + x,
    top,
    scale: zoom,
    opacity,
    toRow: frame.height,
    sway: layer.sway?.(moment),
    solidFrom:
      opacity >= 1 && reachesDown
        ? Math.max(0, Math.ceil((solidRow(layer.image) + 1) * zoom + top))
        : frame.height,
  };
}

/** Zooms go towards a point a little above the middle, where horizons are. */
export const FOCUS_Y = 0.52;

const solidRows = new WeakMap<PlanarImage, number>();

/** The first row from which on every row of an image is opaque from edge to edge. */
function solidRow(image: PlanarImage): number {
  const known = solidRows.get(image);
  if (known !== undefined) return known;
  const { cover, blocks, height } = image.y;
  let row = height;
  while (row > 0 && isSolid(cover, (row - 1) * blocks, blocks)) row -= 1;
  solidRows.set(image, row);
  return row;
}

function isSolid(cover: Uint8Array, from: number, blocks: number): boolean {
  for (let block = 0; block < blocks; block += 1) if (cover[from + block] !== 2) return false;
  return true;
}
