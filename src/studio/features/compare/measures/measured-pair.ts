import type { Comparison } from "../engine/comparison.ts";
import type { PerSide } from "../side.ts";
import type { SideLook } from "../stage/side-looks.ts";
import type { Placing } from "./placing.ts";
import type { ClipReport } from "./report.ts";

/** Both clips with their reports, as passed to the measure rows. */
export interface MeasuredPair {
  comparison: Comparison;
  looks: PerSide<SideLook>;
  reports: PerSide<ClipReport>;
  placings: PerSide<Placing>;
}
