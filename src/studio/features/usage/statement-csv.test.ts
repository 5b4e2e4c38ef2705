import fc from "fast-check";
import { expect, test } from "vitest";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aFailedEntry,
  anEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import { toCsv } from "./statement-csv.ts";

/** The lines of a file, by RFC 4180. */
function parseCsv(text: string): string[][] {
  const cells = [
    ...text.replace("\uFEFF", "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g),
  ];
  const lines: string[][] = [[]];
  for (const [, quoted, plain = "", end] of cells) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") lines.push([]);
  }
  return lines.slice(0, -1);
}

function rowsOf(entries: readonly LibraryEntry[], chosen: string[] = []): Record<string, string>[] {
  const [names = [], ...lines] = parseCsv(toCsv(entries, new Set(chosen)));
  return lines.map((cells) =>
    Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])),
  );
}

const withPrompt = (prompt: string) => aCompletedEntry({ request: { prompt } });

test("begins with the mark by which spreadsheets recognise UTF-8, and ends each line with CR LF", () => {
  const text = toCsv([withPrompt("海")], new Set());
  expect(text.startsWith("\uFEFFstarted_at,")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text).toContain("海");
});

test("has a line for each ended generation with ISO times, exact costs and ids", () => {
  const entries = [
    aCompletedEntry({
      id: "one",
      pairId: "press",
      request: { prompt: "sea", mode: "pro", sound: "on", duration: "10" },
    }),
    aFailedEntry({ id: "two" }),
    anEntry({ id: "three" }),
  ];
  expect(rowsOf(entries, ["one"])).toEqual([
    {
      started_at: NOON,
      ended_at: "2026-11-22T12:01:00.000Z",
      status: "completed",
      cost: "0.35",
      unit: "USD",
      mode: "pro",
      duration_seconds: "10",
      sound: "true",
      aspect_ratio: "16:9",
      waited_seconds: "60",
      chosen: "true",
      prompt: "sea",
      press_id: "press",
      generation_id: "one",
      kirin_task_id: "kirin-one",
    },
    expect.objectContaining({ status: "failed", cost: "", unit: "", generation_id: "two" }),
  ]);
});

test("has a line for each unit of a cost", () => {
  const billing = [
    { charge_type: "cash", amount: "1", currency: "USD" },
    { charge_type: "cash", amount: "2", currency: "CNY" },
  ];
  const generation = aCompletedGeneration({ usage: { cost: null, discount: null, billing } });
  expect(rowsOf([aCompletedEntry({ generation })]).map(({ cost, unit }) => [cost, unit])).toEqual([
    ["1", "USD"],
    ["2", "CNY"],
  ]);
});

test("leaves negative amounts numbers", () => {
  const generation = aCompletedGeneration({ usage: { cost: "-0.35", discount: null } });
  expect(rowsOf([aCompletedEntry({ generation })])[0]?.cost).toBe("-0.35");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"])(
  "keeps %j from being a formula",
  (prompt) => {
    expect(rowsOf([withPrompt(prompt)])[0]?.prompt).toBe(`'${prompt}`);
  },
);

test("keeps every prompt in its cell, with quotes, commas and line breaks", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (prompt) => {
      const [row, ...others] = rowsOf([withPrompt(prompt)]);
      expect(others).toEqual([]);
      expect(row?.prompt?.replace(/^'/, "")).toBe(prompt.replace(/^'/, ""));
      expect(row?.kirin_task_id).toBe("kirin-entry-1");
    }),
  );
});
