/**
 * docs/faults.md lists the fault tests. After adding, changing or removing one, update it with
 * `npx vitest run --project unit tests/docs/faults-document.test.ts --update`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { FAULT_PARTS, type FaultRow, faultsIn } from "./fault-table.ts";

const root = resolve(import.meta.dirname, "../..");
const FOLDERS = ["e2e", "src", "tests"];
const FAULTS_MIN = 60;
/** A part with fewer faults has been neglected. */
const FAULTS_OF_PART_MIN = 3;

const found = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => [folder, ...file.split(sep)].join("/"))
    .filter((file) => /\.(test\.tsx?|spec\.ts)$/.test(file) && !file.includes("/node_modules/"))
    .sort()
    .map((file) => faultsIn(file, readFileSync(join(root, file), "utf8"))),
);
const rows = found.flatMap((findings) => findings.rows);

describe("fault tests", () => {
  test("have literal titles and run", () => {
    expect(found.flatMap(({ mistakes }) => mistakes)).toEqual([]);
  });

  test("cover every part without duplicates", () => {
    const names = rows.map(({ part, what }) => `${part}: ${what}`);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(FAULTS_MIN);
    const few = Object.keys(FAULT_PARTS).filter(
      (name) => rows.filter(({ part }) => part === name).length < FAULTS_OF_PART_MIN,
    );
    expect(few).toEqual([]);
  });

  test("match docs/faults.md (to update it, run this file with --update)", async () => {
    await expect(render(rows)).toMatchFileSnapshot("../../docs/faults.md");
  });
});

describe("reading faults from a source", () => {
  const TITLE = '"submit: it breaks → it mends"';

  test.each([
    ["as a title", `test(${TITLE}, () => {});`],
    ["as the title of a parameterised test", `it.each([1])(${TITLE}, () => {});`],
    [
      "as the title of a parameterised test with a note",
      'it.each([1])("submit: it breaks → it mends (%i)", f);',
    ],
    ["as a title with a value", `test(\`submit: it breaks → it mends (\${name})\`, () => {});`],
    ["in a table", `it.each([{ name: ${TITLE} }])("$name", () => {});`],
    ["in a named table", `const rows = [[${TITLE}]]; it.each([...rows])("%s", () => {});`],
    ["in a loop", `for (const [name] of [[${TITLE}]]) test(name, () => {});`],
    ["in a named loop", `const rows = [${TITLE}]; for (const row of rows) test(row, () => {});`],
    ["in a group", `describe("a", () => { test(${TITLE}, () => {}); });`],
  ])("finds a fault test %s", (_, source) => {
    expect(faultsIn("x.test.ts", source)).toEqual({
      rows: [{ part: "submit", what: "It breaks", outcome: "It mends", file: "x.test.ts" }],
      mistakes: [],
    });
  });

  test.each([
    [
      "a placeholder instead of a description",
      `test(\`submit: \${it} → it mends\`, f);`,
      "no plain text",
    ],
    ["no such part", 'test("moon: it breaks → it mends", f);', "no part"],
    ["no part", 'test("it breaks → it mends", f);', "no part"],
    ["no test", `const title = ${TITLE};`, "no test"],
    ["a group only", `describe(${TITLE}, f);`, "no test"],
    ["a line inside a test", `test("a", () => { print(${TITLE}); });`, "no test"],
    ["a table that nobody uses", `const rows = [${TITLE}]; it.each([])("a", f);`, "no test"],
    ["a loop without a test", `for (const row of [${TITLE}]) print(row);`, "no test"],
    ["a skipped test", `test.skip(${TITLE}, f);`, "never runs"],
    ["a skipped table", `it.skip.each([[${TITLE}]])("%s", f);`, "never runs"],
    ["a skipped group", `describe.skip("a", () => { test(${TITLE}, f); });`, "never runs"],
    ["a test that skips itself", `test(${TITLE}, () => { test.skip(); });`, "never runs"],
  ])("reports a mistake instead of a fault: %s", (_, source, words) => {
    const { rows: none, mistakes } = faultsIn("x.test.ts", source);
    expect(none).toEqual([]);
    expect(mistakes).toEqual([expect.stringContaining(words)]);
  });

  test("ignores an arrow in a string that is not a fault title", () => {
    const source = 'test("a", () => expect("a → b").toBe("submit → b"));';
    expect(faultsIn("x.test.ts", source)).toEqual({ rows: [], mistakes: [] });
  });
});

/** Renders the document: one table per part, its rows in the order of the test files. */
function render(all: readonly FaultRow[]): string {
  const tables = Object.entries(FAULT_PARTS).map(([name, title]) => {
    const lines = all
      .filter(({ part }) => part === name)
      .map(({ what, outcome, file }) => `| ${cell(what)} | ${cell(outcome)} | ${link(file)} |`);
    return `## ${title}\n\n| fault | what happens | shown by |\n| --- | --- | --- |\n${lines.join("\n")}\n`;
  });
  return [
    "# What can break, and what happens then\n",
    `${all.length} faults, each with the test that shows it. This page is made from those tests and checked against them`,
    "by `tests/docs/faults-document.test.ts`, which also says how to renew it.\n",
    tables.join("\n"),
  ].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function link(file: string): string {
  return `[${file.split("/").at(-1)}](../${file})`;
}
