/** The routes of the studio's screens and the functions that build their URLs. */

export const CREATE_PATH = "/";
export const GENERATION_PATTERN = "/generations/:id";
/** The create screen with an empty stage. No generation has this id. */
export const NEW_ID = "new";
export const NEW_PATH = `/generations/${NEW_ID}`;
export const LIBRARY_PATH = "/library";
export const COMPARE_PATH = "/compare";
export const BLIND_PATH = "/compare/blind";
export const TAKES_PATH = "/compare/takes";
export const USAGE_PATH = "/usage";

/** The create screen showing one generation. `id` is the entry's id. */
export function generationHref(id: string): string {
  return `/generations/${encodeURIComponent(id)}`;
}

/** Used instead of an id for a file on the creator's disk, which no URL can identify. */
export const FILE_SIDE = "file";

/** Two clips in Compare. The comparison itself adds its other search parameters. */
export function compareHref(left: string, right: string): string {
  return `${COMPARE_PATH}?${new URLSearchParams({ left, right })}`;
}

/** One clip in Compare, where the other is chosen. */
export function compareWithHref(left: string): string {
  return `${COMPARE_PATH}?${new URLSearchParams({ left })}`;
}

/** Two generations for a blind verdict. Sorting the ids hides which is which. */
export function blindHref(one: string, other: string): string {
  const of = [one, other].sort().map((id) => ["of", id]);
  return `${BLIND_PATH}?${new URLSearchParams(of)}`;
}

/** Several clips of the creator's choice, played in sync like the takes of one press. */
export function selectionHref(ids: readonly string[]): string {
  return `${TAKES_PATH}?${new URLSearchParams(ids.map((id) => ["clip", id]))}`;
}

/** All takes of one press of "Both modes". */
export function takesHref(pairId: string): string {
  return `${TAKES_PATH}?${new URLSearchParams({ pair: pairId })}`;
}
