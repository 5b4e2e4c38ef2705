/** The statement as a CSV file: one line per amount, by RFC 4180, for spreadsheets. */
import { resolveRequest } from "#kirin/request.ts";
import { isDecimalString } from "#kirin/values/decimal.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import { entryTimes } from "#studio/domain/life/entry-times.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { costsOf } from "#studio/domain/usage/costs.ts";

/** Not translated, because scripts read them. */
const COLUMNS = [
  "started_at",
  "ended_at",
  "status",
  "cost",
  "unit",
  "mode",
  "duration_seconds",
  "sound",
  "aspect_ratio",
  "waited_seconds",
  "chosen",
  "prompt",
  "press_id",
  "generation_id",
  "kirin_task_id",
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number | boolean | null>>;

/** Spreadsheets read a file without this mark in a legacy encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The ended generations among entries. Times are ISO in UTC, amounts have every digit. A generation with costs in several
 * units has a line for each, one without any cost has an empty one.
 */
export function toCsv(entries: readonly LibraryEntry[], chosenIds: ReadonlySet<string>): string {
  const rows = entries.flatMap((entry) => rowsOf(entry, chosenIds.has(entry.id)));
  const lines = [
    COLUMNS.join(","),
    ...rows.map((row) => COLUMNS.map((column) => cell(column, row[column])).join(",")),
  ];
  return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}

function rowsOf(entry: LibraryEntry, isChosen: boolean): Row[] {
  const status = outcomeOf(entry);
  if (status === null) return [];
  const request = resolveRequest(entry.request);
  const { totalSeconds } = entryTimes(entry);
  const row = {
    started_at: entry.preparedAt,
    ended_at: entry.endedAt,
    status,
    mode: request.mode,
    duration_seconds: request.durationSeconds,
    sound: request.sound,
    aspect_ratio: request.aspectRatio,
    waited_seconds: totalSeconds === null ? null : Math.round(totalSeconds),
    chosen: isChosen,
    prompt: request.prompt,
    press_id: entry.pairId ?? entry.id,
    generation_id: entry.id,
    kirin_task_id: entry.generation?.id ?? null,
  };
  const costs = costsOf(entry);
  if (costs.length === 0) return [{ ...row, cost: null, unit: null }];
  return costs.map(({ amount, unit }) => ({ ...row, cost: amount, unit }));
}

/** Spreadsheets run text that begins with one of these, full-width forms included (OWASP, "CSV Injection"). */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

function cell(column: (typeof COLUMNS)[number], value: Row[typeof column]): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  // A negative amount is a number, not a formula.
  if (column === "cost" && isDecimalString(value)) return value;
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
