import type { PerSide } from "#comparison/sides.ts";
import type { OpenComparison } from "#comparison/stage/open-comparison.ts";
import type { SideClip } from "./side-clip.ts";

/** The data that every panel of an open comparison needs. */
export interface Compared extends OpenComparison {
  sides: PerSide<SideClip>;
}
