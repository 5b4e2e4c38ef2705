/** Whether a trial kept the promise: the studio's rows and screens against the ledger that no trial can touch. */
import Big from "big.js";
import { CREATE_TIMEOUT_MS } from "#contract/time-limits.ts";
import { RECENT_SEND_MS } from "#studio/domain/submit/recent-send.ts";
import { SETTLED_PHASES } from "#studio/testing/settled-phases.ts";
import type { ArrivedCreate, Ledger } from "../fake-kirin/ledger.ts";
import type { Arrival } from "./page-seams.ts";
import type { Row } from "./rows.ts";

/** What came of a trial. */
export interface Evidence {
  ledger: Ledger;
  /** Rows as they were found at moments of the trial, in order. */
  snapshots: readonly (readonly Row[])[];
  /** Generations that some page's address named. */
  told: ReadonlySet<string>;
  /** Rows at the very end. */
  rows: readonly Row[];
  /** Generations that the Library screen shows. */
  shown: readonly string[];
  /** What the Usage screen says was spent, as a number of dollars. */
  spent: string;
  /** Errors and warnings on the console of the last page. */
  complaints: readonly string[];
  /** Whether nobody killed the studio's server: then each create has the server's whole patience, whoever leaves. */
  isServerSafe: boolean;
  /** Presses in a page that lived, and that showed no sign of it. */
  swallowed: readonly string[];
  /** Presses as they reached pages. */
  arrivals: readonly Arrival[];
}

/** "lost": paid for, or promised, and not there. "doubled": more than one task for a press. */
export type ViolationKind = "lost" | "doubled" | "other";

export interface Violation {
  kind: ViolationKind;
  text: string;
}

/** Times of the fast clock are so coarse. */
const COARSE_MS = 1_000;
const ENDS = new Set(["completed", "failed"]);

/** Whether nothing more comes of a row without the creator. No reason to hold it is left once the troubles are over. */
export function isAtRest(row: Row): boolean {
  return (
    SETTLED_PHASES.has(row.phase) && !(row.phase === "completed" && row.hasClips && !row.isKept)
  );
}

/** How much went on in a trial: a promise that nothing tempted is easily kept. */
export interface Tally {
  creates: number;
  tasks: number;
  /** How many rows came to rest in each phase. */
  phases: Record<string, number>;
}

/** What is to be said of a trial: every way in which the promise was broken. */
export interface Verdict {
  violations: Violation[];
  tally: Tally;
}

/** Compares what the studio has with what Kirin did. */
export function judge(evidence: Evidence): Verdict {
  const { ledger, rows } = evidence;
  const phases: Record<string, number> = {};
  for (const { phase } of rows) phases[phase] = (phases[phase] ?? 0) + 1;
  return {
    violations: [
      ...taskViolations(evidence),
      ...createViolations(evidence),
      ...rowViolations(evidence),
      ...screenViolations(evidence),
    ],
    tally: { creates: ledger.creates.length, tasks: ledger.tasks.length, phases },
  };
}

/** Tasks made are rows with a task, and a press makes one at most. */
function taskViolations({ ledger, rows, arrivals }: Evidence): Violation[] {
  const found: Violation[] = [];
  const rowsOfPress = grouped(rows, pressOf);
  const pressesOf = (press: string) => countPresses(rowsOfPress.get(press) ?? [], arrivals);
  const rowOfTask = new Map(rows.map((row) => [row.taskId, row]));
  for (const task of ledger.tasks) {
    if (task.vanishesAtMs === null && !rowOfTask.has(task.id)) {
      const row = rows.find(({ externalTaskId }) => externalTaskId === task.externalTaskId);
      found.push(lost(`Task ${task.id} is in no row; under its id: ${row?.phase ?? "no row"}.`));
    }
  }
  const taskIds = new Set(ledger.tasks.map(({ id }) => id));
  for (const { id, taskId } of rows) {
    if (taskId !== null && !taskIds.has(taskId))
      found.push(other(`Row ${id} shows a task ${taskId} that Kirin never made.`));
  }
  for (const [press, tasks] of grouped(ledger.tasks, pressOf)) {
    if (tasks.length > pressesOf(press))
      found.push(doubled(`${tasks.length} tasks for one press: ${press}.`));
  }
  for (const [taskId, same] of grouped(rows, (row) => row.taskId ?? "")) {
    if (taskId !== "" && same.length > 1) found.push(doubled(`${same.length} rows for ${taskId}.`));
  }
  for (const [press, same] of rowsOfPress) {
    if (same.length > pressesOf(press))
      found.push(doubled(`${same.length} rows for one press: ${press}.`));
  }
  return found;
}

/**
 * How many presses a planned one became. On a starved machine a click can reach the page that was loaded in place of the one
 * it was meant for, after the press had gone through. That is a press of its own once the studio no longer asks about it.
 */
function countPresses(rows: readonly Row[], arrivals: readonly Arrival[]): number {
  const sentAtMs = Math.min(...rows.map(({ preparedAt }) => Date.parse(preparedAt)));
  const later = arrivals.filter(
    ({ prompt, atMs, pageLoadedAtMs }) =>
      prompt === rows[0]?.prompt &&
      pageLoadedAtMs > sentAtMs &&
      atMs >= sentAtMs + RECENT_SEND_MS - COARSE_MS,
  );
  return 1 + later.length;
}

/** Whatever was asked for stands in the journal first, as often as it was asked for, and an id means one thing only. */
function createViolations({ ledger, rows, isServerSafe }: Evidence): Violation[] {
  const journalled = new Map(rows.map((row) => [row.externalTaskId, row]));
  const found: Violation[] = [];
  for (const [id, creates] of grouped(ledger.creates, ({ externalTaskId }) => externalTaskId)) {
    const row = journalled.get(id);
    if (row === undefined) found.push(lost(`A create arrived under ${id}, and no row has it.`));
    else if (creates.length > row.attempts)
      found.push(other(`${creates.length} creates for ${row.attempts} attempts under ${id}.`));
    if (
      isServerSafe &&
      row?.attempts === 1 &&
      creates.some((create) => isGivenUpEarly(create, row))
    )
      found.push(other(`The create under ${id} was given up early.`));
    if (new Set(creates.map(({ body }) => body)).size > 1)
      found.push(other(`Creates under ${id} differ in what they ask for.`));
  }
  return found;
}

/** Before the proxy's patience was over, counted from when the studio was about to send: so it was tied to something else. */
function isGivenUpEarly({ atMs, abortedAfterMs }: ArrivedCreate, { sentAt }: Row): boolean {
  if (abortedAfterMs === null || sentAt === null) return false;
  return atMs + abortedAfterMs + COARSE_MS < Date.parse(sentAt) + CREATE_TIMEOUT_MS;
}

/** What was once on the disk stays there, ends do not change, and everything comes to rest. */
function rowViolations({ snapshots, told, rows, ledger }: Evidence): Violation[] {
  const last = new Map(rows.map((row) => [row.id, row]));
  const found = new Map<string, Violation>();
  for (const before of snapshots.flat()) {
    const after = last.get(before.id);
    if (after === undefined) found.set(before.id, lost(`Row ${before.id} is gone.`));
    else if (ENDS.has(before.phase) && before.essence !== after.essence)
      found.set(before.id, other(`Row ${before.id} changed after its end.`));
    else if (isDeniedTooEarly(before, ledger))
      found.set(before.id, other(`Row ${before.id} was given up, and Kirin had it in time.`));
  }
  for (const id of told) {
    if (!last.has(id)) found.set(id, lost(`The creator was shown ${id}, and it is gone.`));
  }
  for (const row of rows) {
    if (!isAtRest(row)) found.set(row.id, other(`Row ${row.id} is not at rest: ${where(row)}.`));
    const task = ledger.tasks.find(({ id }) => id === row.taskId);
    const isWrongEnd = task && ENDS.has(row.phase) && row.phase !== task.outcome;
    if (isWrongEnd)
      found.set(row.id, other(`Row ${row.id} says ${row.phase}, Kirin ${task.outcome}.`));
  }
  return [...found.values()];
}

/** "Kirin never got it", said of a task that could be read before the proxy's patience was over twice. */
function isDeniedTooEarly({ phase, externalTaskId, sentAt }: Row, { tasks }: Ledger): boolean {
  if (phase !== "never-arrived" || sentAt === null) return false;
  const task = tasks.find((each) => each.externalTaskId === externalTaskId);
  if (task === undefined || task.vanishesAtMs !== null) return false;
  return task.readableAtMs <= Date.parse(sentAt) + 2 * CREATE_TIMEOUT_MS;
}

/** What the creator sees is what there is. */
function screenViolations(evidence: Evidence): Violation[] {
  const { ledger, rows, shown, spent, complaints, swallowed } = evidence;
  const found: Violation[] = [];
  for (const { id } of rows) {
    if (!shown.includes(id)) found.push(lost(`Row ${id} is not on the Library screen.`));
  }
  const charged = ledger.tasks
    .filter(({ outcome, vanishesAtMs }) => outcome === "completed" && vanishesAtMs === null)
    .reduce((sum, { cost }) => sum.plus(cost), new Big(0));
  if (!charged.eq(spent)) found.push(other(`Usage shows $${spent}, Kirin charged $${charged}.`));
  found.push(...complaints.map((text) => other(`On the console: ${text}`)));
  found.push(...swallowed.map((prompt) => other(`A press did nothing: ${prompt}.`)));
  return found;
}

/** A press asks for one generation of each mode at most. */
function pressOf({ prompt, mode }: { prompt: string; mode: string }): string {
  return `${prompt} (${mode})`;
}

function where({ phase, hold, problem, isKept }: Row): string {
  return [phase, hold, problem, phase === "completed" && !isKept ? "clip not kept" : null]
    .filter((word) => word !== null)
    .join(", ");
}

function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string) {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  }
  return groups;
}

const lost = (text: string): Violation => ({ kind: "lost", text });
const doubled = (text: string): Violation => ({ kind: "doubled", text });
const other = (text: string): Violation => ({ kind: "other", text });
