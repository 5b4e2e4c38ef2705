import type { Comparison } from "#comparison/engine/comparison.ts";
import type { ClipReport } from "#comparison/measures/report.ts";
import type { TimelineMapping } from "#comparison/measures/timeline-mapping.ts";
import type { PerSide } from "#comparison/sides.ts";
import type { SideLook } from "../stage/side-looks.ts";

/** Both clips with their reports, as passed to the measure rows. */
export interface MeasuredPair {
  comparison: Comparison;
  looks: PerSide<SideLook>;
  reports: PerSide<ClipReport>;
  mappings: PerSide<TimelineMapping>;
}
