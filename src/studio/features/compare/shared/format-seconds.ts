import { formatDecimal } from "#messages/common.ts";

/** Start time of a frame in seconds, with two decimals: "2.04". */
export function formatSeconds(frame: number, frameRate: number): string {
  return formatDecimal(frame / frameRate, 2);
}
