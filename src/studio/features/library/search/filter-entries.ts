/** Which entries the library shows for an address. */
import { resolveRequest } from "#kirin/request.ts";
import type { Judgement, Remark } from "#studio/domain/judging/judgement.ts";
import { chosenOver } from "#studio/domain/judging/verdict-wins.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { costsOf } from "#studio/domain/usage/costs.ts";
import { dayOfEntry } from "../layout/group-by-date.ts";
import {
  FILTER_VALUES,
  type FilterName,
  type FilterValue,
  type LibraryAddress,
} from "../library-address.ts";
import { matchesTerms, searchTerms } from "./search-text.ts";

/** What the creator has said about clips. */
export interface Opinions {
  remarkOf: (entryId: string) => Remark | undefined;
  isChosen: (entryId: string) => boolean;
}

/** Reads the opinions from all judgements. */
export function opinionsIn(judgements: ReadonlyMap<string, Judgement>): Opinions {
  const remarks = new Map<string, Remark>();
  const judged = new Set<string>();
  for (const judgement of judgements.values()) {
    if (judgement.kind === "remark") remarks.set(judgement.entryId, judgement);
    if (judgement.kind === "verdict") judged.add(judgement.leftId).add(judgement.rightId);
  }
  const chosen = new Set([...judged].filter((id) => chosenOver(id, judgements).length > 0));
  return { remarkOf: (id) => remarks.get(id), isChosen: (id) => chosen.has(id) };
}

type Rules = {
  [Name in FilterName]: (
    entry: LibraryEntry,
    value: FilterValue<Name>,
    opinions: Opinions,
  ) => boolean;
};

/** Whether an entry passes each filter. Only asked for values that filter. */
const RULES: Rules = {
  status: (entry, value) => statusGroupOf(entry) === value,
  mode: (entry, value) => resolveRequest(entry.request).mode === value,
  sound: (entry, value) => resolveRequest(entry.request).sound === (value === "on"),
  ratio: (entry, value) => resolveRequest(entry.request).aspectRatio === value,
  duration: (entry, value) => resolveRequest(entry.request).durationSeconds === Number(value),
  favourite: (entry) => entry.favouriteAt !== null,
  pair: (entry, value) => (entry.pairId !== null) === (value === "paired"),
  device: (entry, value) => (entry.clipsKeptAt !== null) === (value === "saved"),
  cost: (entry, value) => costsOf(entry).length > 0 === (value === "charged"),
  rating: (entry, value, { remarkOf }) => (remarkOf(entry.id)?.rating ?? 0) >= Number(value),
  verdict: (entry, _value, { isChosen }) => isChosen(entry.id),
};

/** The entries that match an address, in the order in which they are given. */
export function filterEntries(
  entries: readonly LibraryEntry[],
  address: LibraryAddress,
  opinions: Opinions,
): readonly LibraryEntry[] {
  const terms = searchTerms(address.q);
  const rules = activeFilters(address).map((name) => ruleOf(name, address, opinions));
  const [from, to] = [dayNumber(address.from) ?? 0, dayNumber(address.to) ?? Infinity];
  const hasDates = address.from !== "" || address.to !== "";
  return entries.filter((entry) => {
    if (!rules.every((passes) => passes(entry))) return false;
    if (hasDates && (dayOfEntry(entry) < from || dayOfEntry(entry) > to)) return false;
    return matchesTerms(entry, opinions.remarkOf(entry.id)?.note ?? "", terms);
  });
}

/** The filters with a value that filters. */
export function activeFilters(address: LibraryAddress): FilterName[] {
  const names = Object.keys(FILTER_VALUES) as FilterName[];
  return names.filter((name) => address[name] !== FILTER_VALUES[name][0]);
}

/** Ready, in progress or failed. */
function statusGroupOf(entry: LibraryEntry): FilterValue<"status"> {
  const outcome = outcomeOf(entry);
  if (outcome === null) return "inProgress";
  return outcome === "completed" ? "ready" : "failed";
}

function ruleOf<Name extends FilterName>(
  name: Name,
  address: Pick<LibraryAddress, Name>,
  opinions: Opinions,
): (entry: LibraryEntry) => boolean {
  return (entry) => RULES[name](entry, address[name], opinions);
}

/** A day such as "2026-11-24" as 20261124. */
function dayNumber(day: string): number | null {
  return day === "" ? null : Number(day.replaceAll("-", ""));
}
