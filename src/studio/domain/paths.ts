/** Where the studio's screens live: route patterns and the builders of their addresses. */

export const CREATE_PATH = "/";
export const GENERATION_PATTERN = "/generations/:id";
export const LIBRARY_PATH = "/library";
export const COMPARE_PATH = "/compare";
export const BLIND_PATH = "/compare/blind";
export const TAKES_PATH = "/compare/takes";
export const USAGE_PATH = "/usage";

/** The create screen with one generation on its stage. `id` is the entry's own. */
export function generationHref(id: string): string {
  return `/generations/${encodeURIComponent(id)}`;
}

/** In the place of an id: a file of the creator's disk, which no address can name. */
export const FILE_SIDE = "file";

/** Two clips in comparison. What else the address holds of it is written by the comparison itself. */
export function compareHref(left: string, right: string): string {
  return `${COMPARE_PATH}?${new URLSearchParams({ left, right })}`;
}

/** Two generations to be judged blind. The order tells nothing of which is which. */
export function blindHref(one: string, other: string): string {
  const of = [one, other].sort().map((id) => ["of", id]);
  return `${BLIND_PATH}?${new URLSearchParams(of)}`;
}

/** All takes of one press of "Generate both". */
export function takesHref(pairId: string): string {
  return `${TAKES_PATH}?${new URLSearchParams({ pair: pairId })}`;
}
