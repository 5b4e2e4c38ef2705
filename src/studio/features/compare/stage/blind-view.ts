import { createViewStore, type ViewStore } from "./view-state.ts";

/** From here on two pictures beside each other are large enough to be judged. */
const WIDE = "(width >= 40rem)";

/** How a blind comparison begins: beside each other, or wiped where there is no room for two. */
export function createBlindView(): ViewStore {
  return createViewStore({ view: matchMedia(WIDE).matches ? "side" : "wipe" });
}
