import { createViewStore, type ViewStore } from "#comparison/geometry/view-state.ts";

/** From this width on, two pictures side by side are large enough to judge. */
const WIDE = "(width >= 40rem)";

/** The initial view of a blind comparison: side by side, or wipe on narrow screens. */
export function createBlindView(): ViewStore {
  return createViewStore({ view: matchMedia(WIDE).matches ? "side" : "wipe" });
}
