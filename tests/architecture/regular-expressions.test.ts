/**
 * Regular expressions for untrusted input run in linear time. If two consecutive unbounded quantifiers share a
 * character, a failing match tries every split between them, which once took 3 s for 64 KB of `callback_url`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { parseSync, Visitor } from "vite";
import { expect, test } from "vitest";

const src = resolve(import.meta.dirname, "../../src");
/** Everything that runs on the server. */
const FOLDERS = ["contract", "hosts", "kirin", "proxy", "renderer", "simulator"];

/** One atom of a pattern with its quantifier, or a separator at the boundary of a group or an alternative. */
const PART =
  /(\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\(\?(?:<?[:=!]|<\w+>)|[^\\[])([*+?]\??|\{\d+(?:,\d*)?\}\??)?/gsu;
const SEPARATORS = new Set(["(", ")", "|", "(?:", "(?=", "(?!", "(?<=", "(?<!", "^", "$"]);

/** Characters to test two atoms with: Latin, punctuation, and one of each class in the patterns. */
const PROBES = [
  ...Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)),
  ..."“”「」『』：，、。？！海\u2028",
];

/** The pairs of unbounded quantifiers that share a character, as source text. */
function overlaps(pattern: string, flags: string): string[] {
  const found: string[] = [];
  let before: string[] = [];
  for (const [whole, atom = "", quantifier = ""] of pattern.matchAll(PART)) {
    if (SEPARATORS.has(atom)) {
      before = [];
      continue;
    }
    const isUnbounded = /^(?:[*+]|\{\d+,\})/.test(quantifier);
    if (isUnbounded) {
      const shared = before.filter((other) =>
        PROBES.some((probe) => bothMatch(other, atom, probe)),
      );
      found.push(...shared.map((other) => `${other} and ${whole}`));
    }
    const mayBeEmpty = /^(?:[*?]|\{0)/.test(quantifier);
    before = [...(mayBeEmpty ? before : []), ...(isUnbounded ? [atom] : [])];
  }
  return found;

  function bothMatch(one: string, other: string, probe: string): boolean {
    const own = flags.replace(/[gy]/g, "");
    return new RegExp(one, own).test(probe) && new RegExp(other, own).test(probe);
  }
}

function patternsIn(file: string): { pattern: string; flags: string }[] {
  const found: { pattern: string; flags: string }[] = [];
  new Visitor({
    Literal(node) {
      if ("regex" in node && node.regex) found.push(node.regex);
    },
  }).visit(parseSync(file, readFileSync(join(src, file), "utf8")).program);
  return found;
}

test("the rule finds ambiguous quantifiers and accepts safe ones", () => {
  expect(overlaps(String.raw`^https?:\/\/[^\s/?#]+[^\s]*$`, "i")).toHaveLength(1);
  expect(overlaps(String.raw`\]\s*[:：]?\s*["“]`, "u")).toHaveLength(1);
  expect(overlaps("a*a*", "")).toHaveLength(1);
  for (const pattern of [String.raw`^https?:\/\/[^\s/?#]\S*$`, "[a-z]+ *[0-9]+", "a*b+a*"]) {
    expect(overlaps(pattern, "")).toEqual([]);
  }
});

test("no regular expression on the server has two consecutive unbounded quantifiers that share a character", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => FOLDERS.some((folder) => file.startsWith(`${folder}/`)))
    .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|\/testing\//.test(file));
  const found = files.flatMap((file) =>
    patternsIn(file).flatMap(({ pattern, flags }) =>
      overlaps(pattern, flags).map((pair) => `${file}: /${pattern}/ has ${pair}`),
    ),
  );
  expect(found).toEqual([]);
});
