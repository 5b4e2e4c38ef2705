/** Messages for search, filters and sorting in the library. */
import { counted, formatList, formatNumber, paragraph } from "./common.ts";

export const search = "Search";
export const searchHint = "Search prompts, notes and IDs";
export const clearSearch = "Clear search";
export const filters = "Filters";
/** On the button, with the number of filters that are set. */
export const filtersSet = (count: number) => `Filters (${formatNumber(count)})`;
export const clearFilters = "Clear filters";
export const sort = "Sort";
export const sorts = {
  newest: "Newest first",
  oldest: "Oldest first",
  highestCost: "Highest cost",
  lowestCost: "Lowest cost",
  bestRating: "Best rating",
} as const;

export const names = {
  status: "Status",
  mode: "Mode",
  sound: "Sound",
  ratio: "Aspect ratio",
  duration: "Duration",
  favourite: "Favourites",
  pair: "Batch",
  device: "Saved on this device",
  cost: "Cost",
  rating: "Rating",
  verdict: "Comparisons",
} as const;

/** The choices of each filter. The first one of each does not filter. */
export const choices = {
  status: { all: "All", ready: "Ready", inProgress: "In progress", failed: "Failed" },
  mode: { any: "Any", std: "Standard", pro: "Pro" },
  sound: { any: "Any", on: "With sound", off: "Without sound" },
  ratio: { any: "Any", "16:9": "16:9", "9:16": "9:16", "1:1": "1:1" },
  duration: { any: "Any", "5": "5 s", "10": "10 s" },
  favourite: { any: "Any", favourite: "Favourites only" },
  pair: { any: "Any", paired: "Pairs and takes", single: "Single clips" },
  device: { any: "Any", saved: "Saved", unsaved: "Not saved" },
  cost: { any: "Any", charged: "Charged", uncharged: "Not charged" },
  rating: {
    any: "Any",
    "5": "5 stars",
    "4": "4 stars or more",
    "3": "3 stars or more",
    "2": "2 stars or more",
    "1": "Rated",
  },
  verdict: { any: "Any", chosen: "Chosen over another" },
} as const;

export const from = "From";
export const to = "To";

export const noneTitle = "No matches";
/** What was searched for, and how to find more. */
export const noneDetail = (query: string, filterCount: number) =>
  paragraph(
    query === ""
      ? "No generation in your library matches these filters."
      : `Nothing in your library contains \u201c${query}\u201d${filterCount === 0 ? "" : ` and matches ${counted(filterCount, "filter", "filters")}`}.`,
    widerHint(query, filterCount),
  );
/** A button that removes one filter. */
export const without = (name: string, value: string) => `Remove ${name}: ${value}`;
export const period = (from: string, to: string) =>
  formatList([from && `from ${from}`, to && `to ${to}`].filter((part) => part !== ""));
export const date = "Date";
export const showAll = "Show all";

function widerHint(query: string, filterCount: number): string {
  if (filterCount > 0) return "Remove a filter to see more.";
  return query.trim().includes(" ")
    ? "Try fewer words."
    : "Check the spelling or try another word.";
}
