/** Limits the length of functions, the number of their parameters, and the number of files in a folder. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type ESTree, parseSync, Visitor } from "vite";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const MAX_LINES = 80;
/** JSX is mostly markup, which is easy to skim. */
const MAX_COMPONENT_LINES = 150;
const MAX_PARAMETERS = 3;
const MAX_FILES_PER_FOLDER = 20;
/** Flat on purpose: one file per screen. */
const FLAT_FOLDERS = new Set(["src/studio/messages/en"]);

const sources = ["src", "tests", "bench", "e2e", "scripts"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !file.includes("/node_modules/")),
);

const isTest = (file: string) => /\.(?:test|spec)\.tsx?$/.test(file);

type FunctionNode = ESTree.Function | ESTree.ArrowFunctionExpression;

interface FoundFunction {
  file: string;
  name: string;
  lines: number;
  parameters: number;
}

/**
 * Every function of a file. A function without a name of its own has that of the variable or property it is given to.
 */
function functionsOf(file: string): FoundFunction[] {
  const text = readFileSync(join(root, file), "utf8");
  const names = new Map<unknown, string>();
  const found: FoundFunction[] = [];
  const add = (node: FunctionNode) => {
    const own = "id" in node ? node.id?.name : undefined;
    found.push({
      file,
      name: own ?? names.get(node) ?? "(anonymous)",
      lines: text.slice(node.start, node.end).split("\n").length,
      parameters: node.params.length,
    });
  };
  const nameOf = (key: ESTree.Node) => (key.type === "Identifier" ? key.name : "(anonymous)");
  new Visitor({
    VariableDeclarator({ id, init }) {
      names.set(init, nameOf(id));
    },
    Property({ key, value }) {
      names.set(value, nameOf(key));
    },
    MethodDefinition({ key, value }) {
      names.set(value, nameOf(key));
    },
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: add,
  }).visit(parseSync(file, text).program);
  return found;
}

const functions = sources.flatMap(functionsOf);
const describeFunction = ({ file, name, lines, parameters }: FoundFunction) =>
  `${file} ${name}: ${lines} lines, ${parameters} parameters`;

describe("functions", () => {
  test("fit a screen", () => {
    const limitOf = ({ file, name }: FoundFunction) =>
      file.endsWith(".tsx") && /^[A-Z]/.test(name) ? MAX_COMPONENT_LINES : MAX_LINES;
    // A block of tests is a list, which is not read from top to bottom like a function.
    const long = functions.filter(
      (each) => !(isTest(each.file) && each.name === "(anonymous)") && each.lines > limitOf(each),
    );
    expect(long.map(describeFunction)).toEqual([]);
  });

  test("take at most three positional parameters", () => {
    // Callbacks of test tables and properties have one parameter per column.
    const many = functions.filter(
      ({ file, name, parameters }) =>
        parameters > MAX_PARAMETERS && !(isTest(file) && name === "(anonymous)"),
    );
    expect(many.map(describeFunction)).toEqual([]);
  });
});

test("a folder has about 20 files at most", () => {
  const counts = new Map<string, number>();
  for (const file of sources.filter((each) => !isTest(each))) {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  const full = [...counts].filter(
    ([folder, count]) => count > MAX_FILES_PER_FOLDER && !FLAT_FOLDERS.has(folder),
  );
  expect(full).toEqual([]);
});
