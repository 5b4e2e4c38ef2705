/** The decision records are numbered and have the same three parts. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const folder = resolve(import.meta.dirname, "../../docs/decisions");
const names = readdirSync(folder).sort();
/** Half a page, and a little more where a table or a list needs it. */
const LINES_MAX = 45;

test("are numbered without gaps or duplicates", () => {
  expect(names.length).toBeGreaterThan(0);
  expect(names.map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1])).toEqual(
    names.map((_, index) => String(index + 1).padStart(4, "0")),
  );
});

test.each(names)(
  "%s has its number, context, decision and consequences, in half a page",
  (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S.*\\n\\n`));
    const parts = [...text.matchAll(/^\*\*(\w+)\.\*\*/gm)].map((match) => match[1]);
    expect(parts).toEqual(["Context", "Decision", "Consequences"]);
    expect(text.split("\n").length).toBeLessThanOrEqual(LINES_MAX);
  },
);
