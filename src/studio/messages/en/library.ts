/** Words of the library screen. */

export const title = "Library";
export const count = (shown: number, all: number) =>
  shown === all ? `${all}` : `${shown} of ${all}`;
export const filter = "Show";
export const filters = {
  all: "All",
  ready: "Ready",
  underWay: "Under way",
  failed: "No clip",
} as const;
export const emptyTitle = "Your clips will be kept here";
export const emptyDetail =
  "Everything you generate stays in this browser, failures and their reasons too.";
export const create = "Create a clip";
export const noneTitle = "None of these";
export const noneDetail = "No generation in your library is of this kind.";
export const showAll = "Show all";
export const comparePair = "Compare the pair";
export const comparePairOf = (prompt: string) => `Compare the pair: ${prompt}`;
export const pickTwo = "Pick two to compare";
export const picked = (count: number) =>
  ["Pick the clip for the left side", "Now the one for the right side", "Two clips are picked"][
    count
  ] ?? "";
export const comparePicked = "Compare these two";
export const cancelPicking = "Cancel";
export const modes = { std: "Standard", pro: "Pro" } as const;
export const seconds = (duration: number) => `${duration} s`;
export const sound = "Sound";
export const mayBeCleared =
  "The library lives in this browser, which may clear it when space on the device is short, or when you clear its data. Download what you want to keep for good.";
export const loading = "Reading the library";
export const unreadable = (rows: number) =>
  rows === 1
    ? "1 entry cannot be read by this version of the studio. It is kept as it is."
    : `${rows} entries cannot be read by this version of the studio. They are kept as they are.`;
