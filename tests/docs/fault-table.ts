/**
 * Finds fault tests by parsing the sources, without running them. The title of a fault test, or the row of its
 * `test.each` or loop, has the form `part: fault → expected behaviour`. A note may follow in parentheses: `poll: a read
 * fails → the last status stays (%i)`.
 */
import { type ESTree, parseSync, Visitor } from "vite";

/** The parts in which faults occur, in the order of the document. */
export const FAULT_PARTS = {
  submit: "Submit",
  poll: "Poll",
  clip: "Clip",
  storage: "Storage",
  tabs: "Tabs and lifecycle",
  clock: "Clock",
  proxy: "Proxy",
  upgrade: "Upgrade",
} as const;
type FaultPart = keyof typeof FAULT_PARTS;

export interface FaultRow {
  part: FaultPart;
  what: string;
  outcome: string;
  /** File of the test, relative to the project. */
  file: string;
}

/** The findings in one file: rows, and errors about invalid titles. */
export interface FaultFindings {
  rows: FaultRow[];
  mistakes: string[];
}

const RUNNERS = new Set(["test", "it"]);
const GROUPS = new Set(["describe", ...RUNNERS]);
/** Modifiers that skip a test or others. */
const NEVER_RUN = new Set(["skip", "skipIf", "runIf", "todo", "fixme", "fails", "fail", "only"]);
/** Stands for a value in a template, which is unknown before the test runs. */
const VALUE = "\0";

const TITLE = /^(?<part>[a-z]+): (?<what>.+) → (?<outcome>.+?)(?: \([^()]*[%$\0][^()]*\))?$/;

interface Span {
  start: number;
  end: number;
}

interface Call {
  node: ESTree.CallExpression;
  /** `test.describe.skip` → test, describe, skip. */
  names: string[];
}

interface Text extends Span {
  text: string;
}

/** Parses the fault tests in one source file. */
export function faultsIn(file: string, source: string): FaultFindings {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) return { rows: [], mistakes: [`${file} cannot be parsed`] };
  const { calls, texts, variables, identifiers, loops } = partsOf(program);
  const rows: FaultRow[] = [];
  const mistakes: string[] = [];
  for (const text of texts.filter((one) => one.text.includes(" → "))) {
    const { part = "", what = "", outcome = "" } = TITLE.exec(text.text)?.groups ?? {};
    const { tests, isTitle } = testsShowing(text);
    // Arrows have other uses as well.
    if (!isFaultPart(part) && !isTitle) continue;
    const where = `${file}:${source.slice(0, text.start).split("\n").length}`;
    if (!isFaultPart(part)) mistakes.push(`${where}: names no part that is known`);
    else if (`${what}${outcome}`.includes(VALUE)) mistakes.push(`${where}: is no plain text`);
    else if (tests.length === 0) mistakes.push(`${where}: is the title of no test`);
    else if (tests.some(isKeptFromRunning)) mistakes.push(`${where}: its test never runs`);
    else rows.push({ part, what: sentence(what), outcome: sentence(outcome), file });
  }
  return { rows, mistakes };

  /** Tests that use this in their title or table, including named tables. */
  function testsShowing(text: Text): { tests: Call[]; isTitle: boolean } {
    const runners = calls.filter(({ names }) => RUNNERS.has(names[0] ?? ""));
    const direct = runners.filter(({ node }) => isWithin(text, node.arguments[0]));
    if (direct.length > 0) {
      return { tests: direct, isTitle: direct.some((call) => !isTable(call)) };
    }
    const names = variables.flatMap(({ id, init }) =>
      id.type === "Identifier" && isWithin(text, init) ? [id.name] : [],
    );
    const places = [text, ...identifiers.filter(({ name }) => names.includes(name))];
    const isNamedIn = (span: Span | undefined) => places.some((place) => isWithin(place, span));
    const around = loops.filter(({ right }) => isNamedIn(right));
    const tests = runners.filter(
      (call) =>
        (isTable(call) && isNamedIn(call.node.arguments[0])) ||
        around.some(({ body }) => isWithin(call.node, body)),
    );
    return { tests, isTitle: false };
  }

  function isKeptFromRunning({ node }: Call): boolean {
    return calls.some(
      ({ node: other, names }) =>
        (isWithin(node, other) || isWithin(other, node)) &&
        GROUPS.has(names[0] ?? "") &&
        names.some((name) => NEVER_RUN.has(name)),
    );
  }
}

/** The parts of a program that matter here. */
function partsOf(program: ESTree.Program) {
  const calls: Call[] = [];
  const texts: Text[] = [];
  const variables: ESTree.VariableDeclarator[] = [];
  const identifiers: (Span & { name: string })[] = [];
  const loops: ESTree.ForOfStatement[] = [];
  new Visitor({
    CallExpression(node) {
      calls.push({ node, names: namesOf(node.callee) });
    },
    Literal({ value, start, end }) {
      if (typeof value === "string") texts.push({ text: value, start, end });
    },
    TemplateLiteral({ quasis, start, end }) {
      texts.push({ text: quasis.map(({ value }) => value.cooked ?? "").join(VALUE), start, end });
    },
    VariableDeclarator(node) {
      variables.push(node);
    },
    Identifier(node) {
      identifiers.push(node);
    },
    ForOfStatement(node) {
      loops.push(node);
    },
  }).visit(program);
  return { calls, texts, variables, identifiers, loops };
}

function isWithin(inner: Span, outer: Span | null | undefined): boolean {
  return outer != null && inner.start >= outer.start && inner.end <= outer.end;
}

/** `test.each(rows)`, which is not a test by itself. */
function isTable({ node: { callee } }: Call): boolean {
  return callee.type === "MemberExpression" && namesOf(callee).at(-1) === "each";
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

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
