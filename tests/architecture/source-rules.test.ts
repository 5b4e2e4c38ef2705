/** Rules for the text of single source files: listeners, the API key, and length. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";
import { files, root, src } from "./source-imports.ts";

test("keeps listeners in the store only", () => {
  const sets = /new Set<[^;]*=>|new Set<\w*Listener|\w*[lL]isteners *(?::[^=\n]*)?= *(?:new|\[)/;
  const found = files.filter((file) => sets.test(readFileSync(join(src, file), "utf8")));
  expect(found).toEqual(["store/create-store.ts"]);
});

test("reads the key in one module only", () => {
  // Texts may name the variable, and code may remove it from a child's environment (`KIRIN_API_KEY: _`).
  const reads = /env(?:\.|\[")KIRIN_API_KEY|KIRIN_API_KEY: (?!_)/;
  const readers = files.filter((file) => reads.test(readFileSync(join(src, file), "utf8")));
  expect(readers).toEqual(["proxy/upstream/upstream-settings.ts"]);
});

test("keeps every file, tests included, at 300 lines or fewer", () => {
  const folders = ["src", "tests", "e2e", "bench", "scripts"];
  const all = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file.split(sep).join("/")}`)
      .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.includes("/node_modules/")),
  );
  const long = all.filter(
    (file) => readFileSync(join(root, file), "utf8").split("\n").length > 300,
  );
  expect(all.length).toBeGreaterThan(files.length);
  expect(long).toEqual([]);
});
