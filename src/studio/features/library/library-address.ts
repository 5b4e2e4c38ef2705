/** What the Library shows, as it is in the URL. */
import * as z from "zod/mini";
import { ASPECT_RATIOS, DURATIONS, MODES, SOUNDS } from "#kirin/parameters.ts";
import { LIBRARY_PATH } from "#studio/domain/paths.ts";

/** The filters that choose one value of a few, with their values. The first value stands for no filter. */
export const FILTER_VALUES = {
  status: ["all", "ready", "inProgress", "failed"],
  mode: ["any", ...MODES],
  sound: ["any", ...SOUNDS],
  ratio: ["any", ...ASPECT_RATIOS],
  duration: ["any", ...DURATIONS],
  favourite: ["any", "favourite"],
  pair: ["any", "paired", "single"],
  device: ["any", "saved", "unsaved"],
  cost: ["any", "charged", "uncharged"],
  rating: ["any", "5", "4", "3", "2", "1"],
  verdict: ["any", "chosen"],
} as const;
export type FilterName = keyof typeof FILTER_VALUES;
export type FilterValue<Name extends FilterName> = (typeof FILTER_VALUES)[Name][number];

export const SORTS = ["newest", "oldest", "highestCost", "lowestCost", "bestRating"] as const;
export type Sort = (typeof SORTS)[number];

/** An unknown value counts as the first one. */
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.catch(z.enum(values), values[0]);
/** A day such as "2026-11-24" in the creator's time zone. Empty for none. */
const daySchema = z.catch(z.iso.date(), "");

const addressSchema = z.object({
  /** The search as typed. */
  q: z.catch(z.string(), ""),
  status: oneOf(FILTER_VALUES.status),
  mode: oneOf(FILTER_VALUES.mode),
  sound: oneOf(FILTER_VALUES.sound),
  ratio: oneOf(FILTER_VALUES.ratio),
  duration: oneOf(FILTER_VALUES.duration),
  favourite: oneOf(FILTER_VALUES.favourite),
  pair: oneOf(FILTER_VALUES.pair),
  device: oneOf(FILTER_VALUES.device),
  cost: oneOf(FILTER_VALUES.cost),
  rating: oneOf(FILTER_VALUES.rating),
  verdict: oneOf(FILTER_VALUES.verdict),
  from: daySchema,
  to: daySchema,
  sort: oneOf(SORTS),
  view: oneOf(["grid", "list"]),
  /** Whether the clips in the trash are shown instead. */
  shelf: oneOf(["library", "trash"]),
});

export type LibraryAddress = z.infer<typeof addressSchema>;

/** The address without any choice. */
export const DEFAULT_ADDRESS: LibraryAddress = parseLibraryAddress("");

/** Reads the search part of a URL. Values that don't exist count as not chosen. */
export function parseLibraryAddress(search: string): LibraryAddress {
  return z.parse(addressSchema, Object.fromEntries(new URLSearchParams(search)));
}

/** The URL of an address. Defaults are left out. */
export function libraryHref(address: LibraryAddress): string {
  const defaults = new Map<string, string>(Object.entries(DEFAULT_ADDRESS));
  const chosen = Object.entries(address).filter(([name, value]) => defaults.get(name) !== value);
  const search = new URLSearchParams(chosen).toString();
  return search === "" ? LIBRARY_PATH : `${LIBRARY_PATH}?${search}`;
}

/** The same view without search and filters. */
export function withoutFilters({ sort, view, shelf }: LibraryAddress): LibraryAddress {
  return { ...DEFAULT_ADDRESS, sort, view, shelf };
}
