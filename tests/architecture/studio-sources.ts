/** The React sources of the studio, parsed, for tests that check how they are written. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { type ESTree, parseSync } from "vite";

const root = resolve(import.meta.dirname, "../../src/studio");

export interface StudioSource {
  /** Relative to src/studio, with forward slashes. */
  file: string;
  text: string;
  program: ESTree.Program;
}

/** Parses one source; `file` decides whether JSX is allowed. */
export function parseSource(file: string, text: string): StudioSource {
  return { file, text, program: parseSync(file, text).program };
}

/** Every .ts and .tsx file of the studio except tests. */
export function studioSources(): StudioSource[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|\/)testing\//.test(file))
    .map((file) => parseSource(file, readFileSync(join(root, file), "utf8")));
}

/** `file:line` of a place in a source. */
export function placeIn({ file, text }: StudioSource, offset: number): string {
  return `${file}:${text.slice(0, offset).split("\n").length}`;
}
