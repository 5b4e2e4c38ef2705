/** Scales a luma plane down. */

/** A luma plane as decoders output it: one byte per pixel. */
export interface LumaPlane {
  bytes: Uint8Array;
  offset: number;
  stride: number;
  width: number;
  height: number;
  /** Limited-range video has black at 16 and white at 235. */
  isFullRange: boolean;
}

/** Luma of every pixel, 0 to 255. */
export interface Luma {
  values: Float32Array;
  width: number;
  height: number;
}

/**
 * Each output pixel is the exact mean of the area it covers. Faster methods alias fine detail into false edges, which
 * would count as sharpness.
 */
export function scalePlane(plane: LumaPlane, width: number, height: number): Luma {
  const values = new Float32Array(width * height);
  const row = new Float32Array(plane.width);
  const [black, gain] = plane.isFullRange ? [0, 1] : [16, 255 / 219];
  const down = plane.height / height;
  const across = plane.width / width;
  for (let y = 0; y < height; y += 1) {
    row.fill(0);
    addRows(plane, { from: y * down, to: (y + 1) * down }, row);
    for (let x = 0; x < width; x += 1) {
      const mean = sumBetween(row, x * across, (x + 1) * across) / (down * across);
      values[y * width + x] = Math.min(255, Math.max(0, (mean - black) * gain));
    }
  }
  return { values, width, height };
}

/** Sums a band of rows into one row. Rows partly inside the band are weighted by their share. */
function addRows(
  { bytes, offset, stride, width, height }: LumaPlane,
  { from, to }: { from: number; to: number },
  row: Float32Array,
): void {
  const end = Math.min(height, Math.ceil(to));
  for (let y = Math.floor(from); y < end; y += 1) {
    const weight = Math.min(to, y + 1) - Math.max(from, y);
    const start = offset + y * stride;
    for (let x = 0; x < width; x += 1) {
      row[x] = (row[x] ?? 0) + weight * (bytes[start + x] ?? 0);
    }
  }
}

function sumBetween(row: Float32Array, from: number, to: number): number {
  const end = Math.min(row.length, Math.ceil(to));
  let sum = 0;
  for (let x = Math.floor(from); x < end; x += 1) {
    sum += (Math.min(to, x + 1) - Math.max(from, x)) * (row[x] ?? 0);
  }
  return sum;
}
