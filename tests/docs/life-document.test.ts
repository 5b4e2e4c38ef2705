/**
 * docs/life-of-a-generation.md contains the life table between its two markers. After changing the table, update it
 * with `npx vitest run --project unit tests/docs/life-document.test.ts --update`.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { ENTRY_PHASES, HOLD_REASONS } from "#studio/domain/life/library-entry.ts";
import { LIFE_EVENTS, LIFE_TABLE } from "#studio/domain/life/life-table.ts";
import { lifeDiagram, lifeRows } from "./life-drawing.ts";

const document = readFileSync(
  join(resolve(import.meta.dirname, "../.."), "docs/life-of-a-generation.md"),
  "utf8",
);
const [before = "", rest = ""] = document.split("<!-- drawn -->\n");
const [, after = ""] = rest.split("<!-- until here -->\n");

test("the diagram and the table match the code (to update them, run this file with --update)", async () => {
  expect([before, after]).not.toContain("");
  const drawn = `${lifeDiagram(LIFE_TABLE)}\n\n${lifeRows(LIFE_TABLE)}\n`;
  await expect(
    `${before}<!-- drawn -->\n${drawn}<!-- until here -->\n${after}`,
  ).toMatchFileSnapshot("../../docs/life-of-a-generation.md");
});

test.each([...ENTRY_PHASES, ...LIFE_EVENTS, ...HOLD_REASONS])("the text explains `%s`", (name) => {
  expect(`${before}${after}`).toContain(`| \`${name}\` |`);
});

test("draws an arrow to all phases at Kirin as one, and omits arrows to the same phase", () => {
  const nothing = Object.fromEntries(ENTRY_PHASES.map((phase) => [phase, {}]));
  const diagram = lifeDiagram({
    ...(nothing as typeof LIFE_TABLE),
    "never-arrived": { "send-again": ["prepared"], watch: ["prepared", "never-arrived"] },
    unknown: { answer: ["accepted", "waiting", "completed", "failed", "lost"] },
    accepted: { answer: ["waiting"] },
  });
  const arrows = diagram.split("\n").filter((line) => line.includes("-->"));
  expect(arrows.map((line) => line.trim())).toEqual([
    "[*] --> prepared: the press of Generate",
    "accepted --> waiting: answer",
    "completed --> [*]",
    "failed --> [*]",
    "unknown --> lost: answer",
    "unknown --> at_kirin: answer",
    "never_arrived --> prepared: send-again, watch",
  ]);
});
