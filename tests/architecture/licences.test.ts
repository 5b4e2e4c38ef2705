/** Every runtime package and its dependencies have a licence that is compatible with ours. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod/mini";

const root = resolve(import.meta.dirname, "../..");

const FITTING = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MPL-2.0",
  "Unlicense",
];

const packageSchema = z.object({
  name: z.string(),
  license: z.optional(z.string()),
  dependencies: z.optional(z.record(z.string(), z.string())),
  optionalDependencies: z.optional(z.record(z.string(), z.string())),
});

function readPackage(folder: string) {
  return z.parse(packageSchema, JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
}

/** Where Node resolves a package from a folder. Null for binaries of other platforms, which are not installed. */
function find(name: string, from: string): string | null {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return folder;
  return from === root || from === dirname(from) ? null : find(name, dirname(from));
}

/** Licences of all installed runtime dependencies, by folder. */
function shippedLicences(): Map<string, string> {
  const found = new Map<string, string>();
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const { dependencies = {}, optionalDependencies = {}, license = "none" } = readPackage(folder);
    if (folder !== root) found.set(folder, license);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const next = find(name, folder);
      if (next !== null && !found.has(next)) waiting.push(next);
      if (next === null && name in dependencies) found.set(name, "not installed");
    }
  }
  return found;
}

/** Whether an expression such as "(MIT OR GPL-3.0)" offers a suitable licence. */
function fits(expression: string): boolean {
  return expression
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((offer) => offer.split(" AND ").every((licence) => FITTING.includes(licence.trim())));
}

test("every package that ships has a permissive licence", () => {
  const licences = shippedLicences();
  expect(licences.size).toBeGreaterThan(15);
  expect([...licences].filter(([, licence]) => !fits(licence))).toEqual([]);
});

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0-only)", true],
  ["MIT AND GPL-3.0-only", false],
  ["GPL-3.0-only", false],
  ["none", false],
])("%s: %s", (expression, isFitting) => {
  expect(fits(expression)).toBe(isFitting);
});
