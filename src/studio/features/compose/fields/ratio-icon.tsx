import type { AspectRatio } from "#kirin/parameters.ts";

/** Sides of the drawn frame in px. The three frames have about the same area. */
const SIDES: Readonly<Record<AspectRatio, readonly [width: number, height: number]>> = {
  "16:9": [26, 15],
  "9:16": [15, 26],
  "1:1": [20, 20],
};

/** A frame in the shape of an aspect ratio. */
export function RatioIcon({ ratio }: { ratio: AspectRatio }) {
  const [width, height] = SIDES[ratio];
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <rect
        x={(28 - width) / 2}
        y={(28 - height) / 2}
        width={width}
        height={height}
        rx="2.5"
        className="fill-hover stroke-current"
        strokeWidth="1.5"
      />
    </svg>
  );
}
