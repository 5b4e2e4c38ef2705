/** The ways in which clips carry colour tags, and clips that do. */

import { paintChart } from "./colour-chart.ts";
import { type ColourTags, tagColours } from "./colour-tags.ts";
import { makeTestClip } from "./make-test-clip.ts";

const BT709: ColourTags = { primaries: 1, transfer: 1, matrix: 1, isFullRange: false };
const BT601: ColourTags = { primaries: 6, transfer: 6, matrix: 6, isFullRange: false };
const UNSPECIFIED = { primaries: 2, transfer: 2 };

/** Where each kind has its tags. */
export const TAGGINGS = {
  untagged: { stream: null, container: null },
  "601 in the stream": { stream: BT601, container: null },
  "709 in the stream": { stream: BT709, container: null },
  "601 in the container": { stream: null, container: BT601 },
  "709 in the container": { stream: null, container: BT709 },
  "full range 601": { stream: { ...BT601, isFullRange: true }, container: null },
  "full range 709": { stream: { ...BT709, isFullRange: true }, container: null },
  "full range and nothing else": {
    stream: { ...UNSPECIFIED, matrix: 2, isFullRange: true },
    container: null,
  },
  "only a matrix, 601": { stream: { ...BT601, ...UNSPECIFIED }, container: null },
  "only a matrix, 709": { stream: { ...BT709, ...UNSPECIFIED }, container: null },
} as const;

export type Tagging = keyof typeof TAGGINGS;

/** SD and HD sizes, on either side of the height at which browsers change their guess. */
export const SIZES = { SD: { width: 640, height: 360 }, HD: { width: 1280, height: 720 } } as const;

/** A clip of the colour chart with these tags. */
export async function makeTaggedClip(size: keyof typeof SIZES, tagging: Tagging): Promise<Blob> {
  const clip = await makeTestClip({ ...SIZES[size], frames: 2, paint: paintChart });
  return tagColours(clip, TAGGINGS[tagging]);
}
