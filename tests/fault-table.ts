/** Finds the faults that tests show, by reading the tests and without running them. */
import { type ESTree, parseSync, Visitor } from "vite";
import { FAULT_PARTS, type FaultPart } from "./fault.ts";

export interface FaultRow {
  part: FaultPart;
  what: string;
  outcome: string;
  /** File of the test, relative to the project. */
  file: string;
}

/** What was found in one file: rows, and sentences about calls of `fault` that make none. */
export interface FaultFindings {
  rows: FaultRow[];
  mistakes: string[];
}

const RUNNERS = new Set(["test", "it"]);
const GROUPS = new Set(["describe", ...RUNNERS]);
/** Whatever keeps a test from running, or others beside it. */
const NEVER_RUN = new Set(["skip", "skipIf", "runIf", "todo", "fixme", "fails", "fail", "only"]);

interface Call {
  node: ESTree.CallExpression;
  /** `test.describe.skip` → test, describe, skip. */
  names: string[];
}

/** Reads the faults out of one file's text. */
export function faultsIn(file: string, text: string): FaultFindings {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) return { rows: [], mistakes: [`${file} cannot be parsed`] };
  const calls: Call[] = [];
  const variables: ESTree.VariableDeclarator[] = [];
  const identifiers: { name: string; start: number; end: number }[] = [];
  new Visitor({
    CallExpression(node) {
      calls.push({ node, names: namesOf(node.callee) });
    },
    VariableDeclarator(node) {
      variables.push(node);
    },
    Identifier(node) {
      identifiers.push(node);
    },
  }).visit(program);

  const rows: FaultRow[] = [];
  const mistakes: string[] = [];
  for (const { node } of calls.filter(({ names }) => names.join(".") === "fault")) {
    const line = text.slice(0, node.start).split("\n").length;
    const row = toRow(file, node);
    const tests = testsShowing(node);
    if (row === null) mistakes.push(`${file}:${line}: fault() wants a part and two plain strings`);
    else if (tests.length === 0) mistakes.push(`${file}:${line}: fault() names no test`);
    else if (tests.some(isKeptFromRunning)) mistakes.push(`${file}:${line}: its test never runs`);
    else rows.push(row);
  }
  return { rows, mistakes };

  /** Tests with this in their title or in their table, also a table of rows that stands elsewhere in the file. */
  function testsShowing(node: Span): Call[] {
    const runners = calls.filter(({ names }) => RUNNERS.has(names[0] ?? ""));
    const direct = runners.filter((call) => isWithin(node, call.node.arguments[0]));
    if (direct.length > 0) return direct;
    const tables = variables.flatMap(({ id, init }) =>
      id.type === "Identifier" && isWithin(node, init) ? [id.name] : [],
    );
    return runners.filter(
      ({ names, node: call }) =>
        names.at(-1) === "each" &&
        identifiers.some((use) => tables.includes(use.name) && isWithin(use, call.arguments[0])),
    );
  }

  function isKeptFromRunning({ node }: Call): boolean {
    const around = calls.filter(({ node: outer }) => isWithin(node, outer));
    const inside = calls.filter(({ node: inner }) => isWithin(inner, node));
    return [...around, ...inside].some(
      ({ names }) => GROUPS.has(names[0] ?? "") && names.some((name) => NEVER_RUN.has(name)),
    );
  }
}

interface Span {
  start: number;
  end: number;
}

function isWithin(inner: Span, outer: Span | null | undefined): boolean {
  return outer != null && inner.start >= outer.start && inner.end <= outer.end;
}

function toRow(file: string, { arguments: given }: ESTree.CallExpression): FaultRow | null {
  const [part, what, outcome, ...more] = given.map((argument) =>
    argument.type === "Literal" && typeof argument.value === "string" ? argument.value : "",
  );
  if (!part || !isFaultPart(part) || !what || !outcome || more.length > 0) return null;
  return { part, what, outcome, file };
}

function isFaultPart(name: string): name is FaultPart {
  return Object.hasOwn(FAULT_PARTS, name);
}

function namesOf(node: ESTree.Expression): string[] {
  if (node.type === "Identifier") return [node.name];
  if (node.type === "CallExpression") return namesOf(node.callee);
  if (node.type !== "MemberExpression") return [""];
  const name = node.property.type === "Identifier" ? node.property.name : "";
  return [...namesOf(node.object), name];
}
