import type { AspectRatio } from "#kirin/parameters.ts";

/** Sides of the drawn frame in px. The three frames have about the same area. */
const SIDES: Readonly<Record<AspectRatio, readonly [width: number, height: number]>> = {
  "16:9": [37, 21],
  "9:16": [21, 37],
  "1:1": [28, 28],
};

/** A frame in the shape of an aspect ratio. */
export function RatioIcon({ ratio }: { ratio: AspectRatio }) {
  const [width, height] = SIDES[ratio];
  return (
    <svg width="40" height="40" viewBox="0 0 40 40" fill="none" aria-hidden="true">
      <rect
        x={(40 - width) / 2}
        y={(40 - height) / 2}
        width={width}
        height={height}
        rx="3"
        className="fill-hover stroke-current"
        strokeWidth="1.5"
      />
    </svg>
  );
}
