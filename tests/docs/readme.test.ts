/** The README agrees with package.json. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { FAULTS } from "#simulator/injected-faults.ts";

const root = resolve(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const { scripts, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

test("every npm command in the README exists, and every command is in the README", () => {
  const named = [...readme.matchAll(/npm (?:run ([a-z:-]+)|(start|test)\b)/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(Object.keys(scripts).filter((name) => !named.includes(name))).toEqual([]);
});

test("the README requires the same Node version as package.json", () => {
  expect(readme).toContain(engines.node.replace(">=", ""));
});

test("every file that the README links to exists", () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)\s#]+)/g)].map((match) => match[1] ?? "");
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
});

test("the README lists the simulator's injected faults", () => {
  const rows = FAULTS.map(({ tag, description }) => `| \`${tag}\` | ${description} |`);
  expect(readme).toContain(rows.join("\n"));
});
