/** Compares the studio's rows and screens with Kirin's ledger. */
import Big from "big.js";
import { CREATE_TIMEOUT_MS } from "#contract/time-limits.ts";
import { RECENT_SEND_MS } from "#studio/domain/submit/recent-send.ts";
import { SETTLED_PHASES } from "#studio/testing/settled-phases.ts";
import type { ArrivedCreate, Ledger, LedgerTask } from "../fake-kirin/ledger.ts";
import type { Screens } from "./creator.ts";
import type { Row } from "./library-rows.ts";
import type { ReceivedPress } from "./page-instrumentation.ts";

/** The data that the verdict is based on. */
export interface Evidence extends Screens {
  ledger: Ledger;
  /** Rows at different times of the trial, in order. */
  snapshots: readonly (readonly Row[])[];
  /** Generations that were named in the address of a page. */
  shownIds: ReadonlySet<string>;
  /** The final rows. */
  rows: readonly Row[];
  /** Errors and warnings on the console of the last page. */
  consoleErrors: readonly string[];
  /** Whether the studio's server was never killed, so that no create was cut off before its timeout. */
  isServerSafe: boolean;
  /** Prompts of presses that a live page did not react to. */
  ignoredPresses: readonly string[];
  receivedPresses: readonly ReceivedPress[];
}

/** "lost": something that was paid for or shown is missing. "doubled": more than one task or row for a press. */
export type ViolationKind = "lost" | "doubled" | "other";

export interface Violation {
  kind: ViolationKind;
  text: string;
}

/** Counts of what happened in a trial, because a trial without creates proves little. */
interface Tally {
  creates: number;
  tasks: number;
  /** Number of final rows in each phase. */
  phases: Record<string, number>;
}

export interface Verdict {
  violations: Violation[];
  tally: Tally;
}

/** Precision of times on the fast clock. */
const PRECISION_MS = 1_000;
const END_PHASES = new Set(["completed", "failed"]);

/** Whether a row stays as it is until the creator acts. After the faults have stopped, no row is held. */
export function isSettled({ phase, hasClips, isKept }: Row): boolean {
  return SETTLED_PHASES.has(phase) && !(phase === "completed" && hasClips && !isKept);
}

export function judge(evidence: Evidence): Verdict {
  const { ledger, rows } = evidence;
  const phases: Record<string, number> = {};
  for (const { phase } of rows) phases[phase] = (phases[phase] ?? 0) + 1;
  return {
    violations: [
      ...checkTasks(evidence),
      ...checkPresses(evidence),
      ...checkCreates(evidence),
      ...checkHistory(evidence),
      ...checkRows(evidence),
      ...checkScreens(evidence),
    ],
    tally: { creates: ledger.creates.length, tasks: ledger.tasks.length, phases },
  };
}

/** Every task is in exactly one row. */
function checkTasks({ ledger, rows }: Evidence): Violation[] {
  const knownIds = new Set(ledger.tasks.map(({ id }) => id));
  const rowsOfTask = groupBy(
    rows.filter(({ taskId }) => taskId !== null),
    ({ taskId }) => taskId ?? "",
  );
  const missing = ledger.tasks.filter((task) => !vanishes(task) && !rowsOfTask.has(task.id));
  const unknown = [...rowsOfTask.keys()].filter((id) => !knownIds.has(id));
  const repeated = [...rowsOfTask].filter(([, same]) => same.length > 1);
  return [
    ...missing.map(({ id, externalTaskId }) => {
      const row = rows.find((one) => one.externalTaskId === externalTaskId);
      return lost(
        `Task ${id} is in no row. The row with its external ID is ${row?.phase ?? "missing"}.`,
      );
    }),
    ...unknown.map((id) => other(`A row shows the task ${id}, which Kirin did not make.`)),
    ...repeated.map(([id, same]) => doubled(`${same.length} rows show the task ${id}.`)),
  ];
}

/** A press makes at most one task and one row of each mode. */
function checkPresses({ ledger, rows, receivedPresses }: Evidence): Violation[] {
  const rowsOfPress = groupBy(rows, pressOf);
  const tasksOfPress = groupBy(ledger.tasks, pressOf);
  const tooMany = (what: string, made: Map<string, readonly unknown[]>) =>
    [...made].flatMap(([press, same]) =>
      same.length > countPresses(rowsOfPress.get(press) ?? [], receivedPresses)
        ? [doubled(`${same.length} ${what} for one press: ${press}.`)]
        : [],
    );
  return [...tooMany("tasks", tasksOfPress), ...tooMany("rows", rowsOfPress)];
}

/**
 * How many presses resulted from one planned press. On a busy machine, a press can succeed, and a repeated click can
 * then reach the page that replaced the first one. It counts as another press if the studio no longer asks for
 * confirmation.
 */
function countPresses(rows: readonly Row[], received: readonly ReceivedPress[]): number {
  const sentAtMs = Math.min(...rows.map(({ preparedAt }) => Date.parse(preparedAt)));
  const later = received.filter(
    ({ prompt, atMs, pageLoadedAtMs }) =>
      prompt === rows[0]?.prompt &&
      pageLoadedAtMs > sentAtMs &&
      atMs >= sentAtMs + RECENT_SEND_MS - PRECISION_MS,
  );
  return 1 + later.length;
}

/** Every create was recorded in a row first, and an id means one request. */
function checkCreates({ ledger, rows, isServerSafe }: Evidence): Violation[] {
  const rowOfId = new Map(rows.map((row) => [row.externalTaskId, row]));
  const createsOfId = groupBy(ledger.creates, ({ externalTaskId }) => externalTaskId);
  return [...createsOfId].flatMap(([id, creates]) => {
    const row = rowOfId.get(id);
    const isReused = new Set(creates.map(({ body }) => body)).size > 1;
    const reused = isReused ? [other(`Creates with the id ${id} ask for different things.`)] : [];
    if (row === undefined) return [lost(`A create with the id ${id} is in no row.`), ...reused];
    const { attempts } = row;
    const isAborted = creates.some((create) => isAbortedEarly(create, row));
    return [
      ...(creates.length > attempts
        ? [other(`${creates.length} creates for ${attempts} attempts with the id ${id}.`)]
        : []),
      ...(isServerSafe && attempts === 1 && isAborted
        ? [other(`The create with the id ${id} was aborted early.`)]
        : []),
      ...reused,
    ];
  });
}

/** Whether the proxy aborted a create before its time limit, counted from when the studio was about to send it. */
function isAbortedEarly({ atMs, abortedAfterMs }: ArrivedCreate, { sentAt }: Row): boolean {
  if (abortedAfterMs === null || sentAt === null) return false;
  return atMs + abortedAfterMs + PRECISION_MS < Date.parse(sentAt) + CREATE_TIMEOUT_MS;
}

/** A row that was once on disk stays, and its final state does not change. */
function checkHistory({ snapshots, shownIds, rows, ledger }: Evidence): Violation[] {
  const finalRows = new Map(rows.map((row) => [row.id, row]));
  // One violation for each row.
  const found = new Map<string, Violation>();
  for (const before of snapshots.flat()) {
    const after = finalRows.get(before.id);
    if (after === undefined) found.set(before.id, lost(`Row ${before.id} is gone.`));
    else if (END_PHASES.has(before.phase) && before.finalParts !== after.finalParts)
      found.set(before.id, other(`Row ${before.id} changed after its end.`));
    else if (isGivenUpEarly(before, ledger))
      found.set(before.id, other(`Row ${before.id} was given up, and Kirin had its task in time.`));
  }
  for (const id of shownIds) {
    if (!finalRows.has(id)) found.set(id, lost(`The creator was shown ${id}, and it is gone.`));
  }
  return [...found.values()];
}

/** Whether a row "never arrived" although its task could be read before twice the proxy's time limit. */
function isGivenUpEarly({ phase, externalTaskId, sentAt }: Row, { tasks }: Ledger): boolean {
  if (phase !== "never-arrived" || sentAt === null) return false;
  const task = tasks.find((each) => each.externalTaskId === externalTaskId);
  if (task === undefined || vanishes(task)) return false;
  return task.readableAtMs <= Date.parse(sentAt) + 2 * CREATE_TIMEOUT_MS;
}

/** Every row has settled and agrees with its task. */
function checkRows({ rows, ledger }: Evidence): Violation[] {
  return rows.flatMap((row) => {
    const task = ledger.tasks.find(({ id }) => id === row.taskId);
    if (task && END_PHASES.has(row.phase) && row.phase !== task.outcome) {
      return [other(`Row ${row.id} is ${row.phase}, and its task ${task.outcome}.`)];
    }
    return isSettled(row) ? [] : [other(`Row ${row.id} has not settled: ${stateOf(row)}.`)];
  });
}

/** The screens agree with the rows and the ledger. */
function checkScreens(evidence: Evidence): Violation[] {
  const { ledger, rows, libraryIds, spent, consoleErrors, ignoredPresses } = evidence;
  const charged = ledger.tasks
    .filter((task) => task.outcome === "completed" && !vanishes(task))
    .reduce((sum, { cost }) => sum.plus(cost), new Big(0));
  return [
    ...rows
      .filter(({ id }) => !libraryIds.includes(id))
      .map(({ id }) => lost(`Row ${id} is not on the Library screen.`)),
    ...(charged.eq(spent) ? [] : [other(`Usage shows $${spent}, Kirin charged $${charged}.`)]),
    ...consoleErrors.map((text) => other(`On the console: ${text}`)),
    ...ignoredPresses.map((prompt) => other(`A press had no effect: ${prompt}.`)),
  ];
}

function vanishes({ vanishesAtMs }: LedgerTask): boolean {
  return vanishesAtMs !== null;
}

/** Identifies a press and one of its modes. */
function pressOf({ prompt, mode }: { prompt: string; mode: string }): string {
  return `${prompt} (${mode})`;
}

function stateOf({ phase, hold, problem, isKept }: Row): string {
  return [phase, hold, problem, phase === "completed" && !isKept ? "clip not saved" : null]
    .filter((part) => part !== null)
    .join(", ");
}

/** `Map.groupBy`, which Node 20 lacks. */
function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string) {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  }
  return groups;
}

const lost = (text: string): Violation => ({ kind: "lost", text });
const doubled = (text: string): Violation => ({ kind: "doubled", text });
const other = (text: string): Violation => ({ kind: "other", text });
