/** Extracts notable spans from a report, by kind. */
import type { ClipMedia } from "../media/clip-media.ts";
import type { ClipReport, FrameRun, TimeSpan } from "./report.ts";

export const FINDINGS = ["cuts", "frozen", "black", "clipped", "silent"] as const;
export type FindingName = (typeof FINDINGS)[number];

/** Spans in seconds of the clip. Picture spans end at the start of their last frame. Null for sound if it has none. */
export function findingsOf(
  name: FindingName,
  { picture, sound }: ClipReport,
  { frameTimes }: ClipMedia,
): TimeSpan[] | null {
  const spanOf = ({ first, last }: FrameRun): TimeSpan => ({
    startS: frameTimes[first] ?? 0,
    endS: frameTimes[last] ?? 0,
  });
  switch (name) {
    case "cuts":
      return picture.cuts.map((cut) => spanOf({ first: cut, last: cut }));
    case "frozen":
    case "black":
      return picture[name].map(spanOf);
    case "clipped":
    case "silent":
      return typeof sound === "string" ? null : sound[name];
  }
}
