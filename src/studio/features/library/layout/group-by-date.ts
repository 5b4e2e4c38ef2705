/** Groups entries under date headings: by day, and by month for those that are long ago. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

import type { Sort } from "../library-address.ts";

/** Neighbouring entries under one heading. Null without a heading. */
export interface EntryGroup {
  heading: { unit: "day" | "month"; at: string } | null;
  entries: readonly LibraryEntry[];
}

/** Older entries are grouped by month. */
const DAYS_APART = 60;
const DAY_MS = 24 * 60 * 60_000;

/** Groups entries by date if they are sorted by it. Otherwise they form one group without a heading. */
export function groupEntries(
  entries: readonly LibraryEntry[],
  sort: Sort,
  nowMs: number,
): readonly EntryGroup[] {
  const isByDate = sort === "newest" || sort === "oldest";
  return isByDate ? groupByDate(entries, nowMs) : [{ heading: null, entries }];
}

/** Groups entries that are sorted by date, in either direction. Days are those of the creator's clock. */
export function groupByDate(entries: readonly LibraryEntry[], nowMs: number): EntryGroup[] {
  const farDay = dayOf(new Date(nowMs - DAYS_APART * DAY_MS).toISOString());
  const groups: { key: number; at: string; isFar: boolean; entries: LibraryEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOfEntry(entry);
    const isFar = day < farDay;
    const key = isFar ? Math.floor(day / 100) : day;
    const last = groups.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else groups.push({ key, at: entry.preparedAt, isFar, entries: [entry] });
  }
  return groups.map((group) => ({
    heading: { unit: group.isFar ? "month" : "day", at: group.at },
    entries: group.entries,
  }));
}

const days = new WeakMap<LibraryEntry, number>();

/** The day of an entry by the creator's clock, as a number such as 20261124. */
export function dayOfEntry(entry: LibraryEntry): number {
  let day = days.get(entry);
  if (day === undefined) {
    day = dayOf(entry.preparedAt);
    days.set(entry, day);
  }
  return day;
}

/** A day as a number such as 20261124. */
function dayOf(iso: string): number {
  const date = new Date(iso);
  return (date.getFullYear() * 100 + date.getMonth() + 1) * 100 + date.getDate();
}
