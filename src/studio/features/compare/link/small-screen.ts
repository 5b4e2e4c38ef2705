/** On a small screen two pictures beside each other are too small: there the wipe is usual. */
import type { View } from "../stage/view-state.ts";

const SMALL_SCREEN = "(width < 40rem)";

/** Whether another view than everywhere is usual here: then the address always names the view. */
export function isSmallScreen(): boolean {
  return window.matchMedia(SMALL_SCREEN).matches;
}

/** The view of an address that names none. */
export function usualView(): View {
  return isSmallScreen() ? "wipe" : "side";
}
