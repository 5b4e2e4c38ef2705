/** Composites a picture from back to front through the camera, skipping what nearer layers cover. */

import type { ClipTime, Layer, Picture } from "../paint/stage.ts";
import { type Camera, projectPoint, type View } from "./camera.ts";
import { type Frame, HIDDEN_BLOCK, type ImagePlacement } from "./frame.ts";
import { BLOCK, type PlanarImage } from "./planes.ts";

/** A picture and the camera that moves in front of it. */
interface Shot {
  picture: Picture;
  camera: Camera;
}

/** Draws one frame of a shot. */
export function composite(frame: Frame, { picture, camera }: Shot, time: ClipTime): void {
  const view = (depth: number): View => camera(time.progress, depth);
  const hidden = new Int32Array(Math.ceil(frame.width / HIDDEN_BLOCK)).fill(frame.height);
  const places = picture.map((item) =>
    item.kind === "layer" ? placeLayer(item, frame, { view: view(item.depth), time }) : null,
  );
  for (let index = picture.length - 1; index >= 0; index -= 1) {
    const item = picture[index];
    const place = places[index];
    if (!place || item?.kind !== "layer") continue;
    place.hidden = hidden.slice();
    recordCover({ hidden, height: frame.height }, item.image, place);
  }
  picture.forEach((item, index) => {
    const place = places[index];
    if (item.kind === "overlay") item.draw(frame, time, view);
    else if (place) frame.draw(item.image, place);
  });
}

function placeLayer(
  layer: Layer,
  frame: Frame,
  { view, time }: { view: View; time: ClipTime },
): Required<Omit<ImagePlacement, "hidden" | "sway">> & ImagePlacement {
  const drift = layer.drift?.(time);
  const corner = projectPoint(view, frame, {
    x: layer.left + (drift?.x ?? 0),
    y: layer.top + (drift?.y ?? 0),
  });
  return {
    left: corner.x,
    top: corner.y,
    scale: view.zoom,
    opacity: layer.opacity?.(time) ?? 1,
    sway: layer.sway?.(time),
  };
}

/** Records what a layer covers from some row down to the lower edge of the frame. */
function recordCover(
  { hidden, height }: { hidden: Int32Array; height: number },
  image: PlanarImage,
  place: ReturnType<typeof placeLayer>,
): void {
  const { left, top, scale, opacity, sway } = place;
  if (opacity < 1 || top + image.height * scale < height) return;
  const solid = opaqueFromRows(image);
  const toRow = (row: number) => Math.max(0, Math.ceil((row + 1) * scale + top));
  if (sway) {
    // A swaying layer counts as opaque only below the row where all its columns are, because its columns
    // shift.
    const row = toRow(solid.reduce((max, each) => Math.max(max, each), 0));
    for (let block = 0; block < hidden.length; block += 1) {
      hidden[block] = Math.min(hidden[block] ?? height, row);
    }
    return;
  }
  for (let block = 0; block < hidden.length; block += 1) {
    const from = Math.floor((block * HIDDEN_BLOCK - left) / scale / BLOCK);
    const to = Math.floor(((block + 1) * HIDDEN_BLOCK - left) / scale / BLOCK);
    let row = 0;
    for (let at = from; at <= to; at += 1) row = Math.max(row, solid[at] ?? image.height);
    hidden[block] = Math.min(hidden[block] ?? height, toRow(row));
  }
}

const opaqueRowsCache = new WeakMap<PlanarImage, Int32Array>();

/** For each block of columns, the first row from which the image is opaque. */
function opaqueFromRows(image: PlanarImage): Int32Array {
  const cached = opaqueRowsCache.get(image);
  if (cached) return cached;
  const { cover, blocks, height } = image.y;
  const rows = Int32Array.from({ length: blocks }, (_, block) => {
    let row = height;
    while (row > 0 && cover[(row - 1) * blocks + block] === 2) row -= 1;
    return row;
  });
  opaqueRowsCache.set(image, rows);
  return rows;
}
