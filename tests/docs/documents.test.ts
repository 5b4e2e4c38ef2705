/** The documents for newcomers name only files that exist. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const DOCUMENTS = ["CONTRIBUTING.md", "docs/architecture.md", "docs/glossary.md"];

test.each(DOCUMENTS)("every file that %s names exists", (name) => {
  const text = readFileSync(join(root, name), "utf8");
  const paths = [...text.matchAll(/\b(?:src|tests|e2e|docs)\/[\w./-]*\w/g)].map(([path]) => path);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(DOCUMENTS)("every link in %s leads to a file", (name) => {
  const text = readFileSync(join(root, name), "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)\s#]+)/g)].map((match) => match[1] ?? "");
  const folder = dirname(join(root, name));
  expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
});

test("the architecture page names a file at each step", () => {
  const text = readFileSync(join(root, "docs/architecture.md"), "utf8");
  const steps = text.split("\n").filter((line) => /^\| \d+ \|/.test(line));
  expect(steps.length).toBeGreaterThan(5);
  expect(steps.filter((line) => !/`src\/[^`]+\.tsx?`/.test(line))).toEqual([]);
});
