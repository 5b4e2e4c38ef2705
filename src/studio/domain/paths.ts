/** Where the studio's screens live: route patterns and the builders of their addresses. */

export const CREATE_PATH = "/";
export const GENERATION_PATTERN = "/generations/:id";
export const LIBRARY_PATH = "/library";
export const COMPARE_PATH = "/compare";
export const USAGE_PATH = "/usage";

/** The create screen with one generation on its stage. `id` is the entry's own. */
export function generationHref(id: string): string {
  return `/generations/${encodeURIComponent(id)}`;
}

/** Two generations side by side. */
export function compareHref(left: string, right: string): string {
  return `${COMPARE_PATH}?${new URLSearchParams({ left, right })}`;
}
