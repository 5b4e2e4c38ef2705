/** The resolution at which both pictures are measured, so that more pixels alone do not count as sharper. */

interface Size {
  width: number;
  height: number;
}

/** The pixels of 480 × 270: enough for visible differences, and fast. */
const COMMON_AREA = 480 * 270;

/** The pixel count at which both clips are measured. Neither is scaled up. */
export function commonArea(sizes: readonly Size[]): number {
  return Math.min(COMMON_AREA, ...sizes.map(({ width, height }) => width * height));
}

/** The size of a picture reduced to a pixel count. */
export function sizeOfArea({ width, height }: Size, area: number): Size {
  const scale = Math.min(1, Math.sqrt(area / (width * height)));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
