/** Small screens default to the wipe view, because two pictures side by side would be too small. */
import type { View } from "#comparison/geometry/view-state.ts";

const SMALL_SCREEN = "(width < 40rem)";

/** Whether this screen has another default view. If so, URLs always specify the view. */
export function isSmallScreen(): boolean {
  return window.matchMedia(SMALL_SCREEN).matches;
}

/** The view for URLs that specify none. */
export function defaultView(): View {
  return isSmallScreen() ? "wipe" : "side";
}
