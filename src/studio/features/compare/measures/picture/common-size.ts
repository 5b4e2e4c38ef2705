/** The size at which both pictures are measured, so that many pixels do not count as sharp by themselves. */

interface Size {
  width: number;
  height: number;
}

/** As many as 480 × 270 have: enough for what an eye tells apart at a glance, and quick. */
const COMMON_AREA = 480 * 270;

/** So many pixels have both clips when they are measured. Neither is ever enlarged. */
export function commonArea(sizes: readonly Size[]): number {
  return Math.min(COMMON_AREA, ...sizes.map(({ width, height }) => width * height));
}

/** A picture's size with so many pixels. */
export function sizeOfArea({ width, height }: Size, area: number): Size {
  const scale = Math.min(1, Math.sqrt(area / (width * height)));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
