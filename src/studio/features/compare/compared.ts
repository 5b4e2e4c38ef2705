/** The data that every panel of an open comparison needs. */
import type { Comparison } from "./engine/comparison.ts";
import type { PerSide, SideClip } from "./side.ts";
import type { ViewStore } from "./stage/view-state.ts";

export interface Compared {
  sides: PerSide<SideClip>;
  comparison: Comparison;
  view: ViewStore;
}
