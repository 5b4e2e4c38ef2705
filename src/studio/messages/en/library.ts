/** Messages for the library screen. */
import { formatNumber, plural } from "./common.ts";

export const title = "Library";
export const count = (shown: number, all: number) =>
  shown === all ? `${formatNumber(all)}` : `${formatNumber(shown)} of ${formatNumber(all)}`;
/** Name of the grid for screen readers. */
export const clips = "Clips";
/** Beside the heading of a day or a month. */
export const countIn = (count: number) => formatNumber(count);
export const view = "View";
export const views = { grid: "Grid", list: "List" } as const;
/** Announced after the filter changes. */
export const shownCount = (count: string) => `Clips shown: ${count}`;
export const filter = "Show";
export const emptyTitle = "No clips yet";
export const emptyDetail =
  "Everything you generate is saved in this browser, including failed generations.";
export const comparePairOf = (prompt: string) => `Compare the pair: ${prompt}`;
export const mayBeCleared =
  "Your library is stored in this browser. The browser may clear it when the device runs low on space, or when you clear site data. Download the clips you want to keep.";
export const unreadable = (rows: number) =>
  plural(rows, {
    one: "This version of the studio can't read 1 entry. It stays unchanged.",
    other: (many) => `This version of the studio can't read ${many} entries. They stay unchanged.`,
  });
