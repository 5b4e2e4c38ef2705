/** Compares the studio's rows with Kirin's ledger when a trial is over. */
import { sumMoney, USD } from "#kirin/values/money.ts";
import { isEnded } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { summarizeUsage } from "#studio/domain/usage/usage.ts";
import { SETTLED_PHASES } from "#studio/testing/settled-phases.ts";
import type { LedgerTask } from "../../fake-kirin/ledger.ts";
import type { Rule, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** One press, however often the button was clicked, with its number of takes. */
export interface IntendedPress {
  prompts: readonly string[];
  takes: number;
}

/** The result that the creator intended. */
export interface Intent {
  presses: readonly IntendedPress[];
  /** How often each row was retried, by its id. */
  retries: ReadonlyMap<string, number>;
}

/** All violations in the current state. */
export function findViolations(world: World, intent: Intent): Violation[] {
  return [
    ...world.recorder.violations,
    ...(world.isEndless ? [violation("endless", "too many timers")] : []),
    ...checkTasks(world),
    ...checkCreates(world),
    ...checkGivenUp(world),
    ...checkPresses(world, intent),
    ...checkRows(world),
    ...checkMoney(world),
  ];
}

/** Every task is shown in exactly one row. */
function checkTasks({ kirin, rows }: World): Violation[] {
  const { tasks } = kirin.ledger;
  const shown = groupBy(
    rows.filter(({ generation }) => generation !== null),
    ({ generation }) => generation?.id,
  );
  const known = new Set<string | undefined>(tasks.map(({ id }) => id));
  return [
    ...tasks
      .filter((task) => !vanishes(task) && !shown.has(task.id))
      .map(({ id, externalTaskId }) => {
        const row = rows.find((one) => one.externalTaskId === externalTaskId);
        return violation("lost", `${id}; its row is ${row?.phase ?? "not there"}`);
      }),
    ...[...shown].flatMap(([id, same]) => [
      ...(same.length > 1 ? [violation("doubled", `${id} in ${same.length} rows`)] : []),
      ...(known.has(id) ? [] : [violation("foreign task", `${id}`)]),
    ]),
  ];
}

/** An id means one request, and the proxy sends every create once. */
function checkCreates({ kirin, transport, recorder }: World): Violation[] {
  const byId = groupBy(kirin.ledger.creates, ({ externalTaskId }) => externalTaskId);
  const reused = [...byId].filter(
    ([, creates]) => new Set(creates.map(({ body }) => body)).size > 1,
  );
  const repeated = [...recorder.receivedCounts].filter(
    ([id, count]) => (transport.sentCounts.get(id) ?? 0) > count,
  );
  const abandoned = [...recorder.receivedCounts.keys()].filter(
    (id) => recorder.isLossless && !byId.has(id),
  );
  return [
    ...reused.map(([id]) => violation("id reused", id)),
    ...repeated.map(([id]) => violation("proxy retry", id)),
    ...abandoned.map((id) => violation("abandoned create", id)),
  ];
}

/** No row is given up while Kirin has its task, or may still create it from a request sent before. */
function checkGivenUp({ kirin, rows, recorder }: World): Violation[] {
  const { tasks } = kirin.ledger;
  const neverArrived = tasks.filter(({ externalTaskId, madeAtMs }) => {
    const given = recorder.givenUp.get(externalTaskId);
    const row = rows.find((one) => one.externalTaskId === externalTaskId);
    return (
      recorder.canKnowNeverArrived &&
      given &&
      (madeAtMs <= given.atMs || row?.attempts === given.attempts)
    );
  });
  const lost = rows.filter(
    ({ phase, generation }) =>
      recorder.canKnowLost &&
      phase === "lost" &&
      tasks.some((task) => task.id === generation?.id && !vanishes(task)),
  );
  return [
    ...neverArrived.map(({ id, externalTaskId }) =>
      violation("given up early", `${externalTaskId} never arrived, yet there is ${id}`),
    ),
    ...lost.map(({ id }) => violation("given up early", `${id} is lost, and Kirin has it`)),
  ];
}

/** A press creates exactly the rows that it requested, or none. */
function checkPresses({ rows }: World, { presses, retries }: Intent): Violation[] {
  const first = rows.filter(({ retryOf }) => retryOf === null);
  const later = groupBy(
    rows.filter(({ retryOf }) => retryOf !== null),
    ({ retryOf }) => retryOf ?? "",
  );
  return [
    ...presses.flatMap(({ prompts, takes }) => {
      const counts = prompts.map(
        (prompt) => first.filter(({ request }) => request.prompt === prompt).length,
      );
      if (counts.every((count) => count === 0) || counts.every((count) => count === takes)) {
        return [];
      }
      const rule = counts.some((count) => count > takes) ? "doubled press" : "partial press";
      return [violation(rule, `${takes} takes of ${prompts.join(" and ")}: ${counts.join(", ")}`)];
    }),
    ...[...later]
      .filter(([id, same]) => same.length > (retries.get(id) ?? 0))
      .map(([id, same]) => violation("doubled press", `${id} was retried ${same.length} times`)),
  ];
}

/** Rows are never deleted, settle, and agree with their tasks. */
function checkRows(world: World): Violation[] {
  const { disk, rows, recorder } = world;
  return [
    ...[...recorder.writtenIds]
      .filter((id) => !disk.rows.has(id))
      .map((id) => violation("row gone", id)),
    ...unsettledRows(world).map(({ id, phase, hold }) =>
      violation("unsettled", `${id} is ${phase} ${hold?.reason ?? ""}`),
    ),
    ...rows.flatMap((row) => checkEnd(row, world)),
  ];
}

/** Rows that will change again without an action of the creator. */
export function unsettledRows(world: World): LibraryEntry[] {
  const { rows } = world;
  // If Kirin set a retry time, the rows behind it wait too.
  const isKirinAsking = rows.some(
    ({ phase, hold }) =>
      phase === "held" && hold?.isAsked && Date.parse(hold.retryAt) > world.wallClockMs(),
  );
  return rows.filter(({ phase, clipsKeptAt }) => {
    if (phase === "completed") return clipsKeptAt === null;
    return !SETTLED_PHASES.has(phase) && !(phase === "held" && isKirinAsking);
  });
}

function checkEnd(row: LibraryEntry, { kirin, clock }: World): Violation[] {
  const task = kirin.ledger.tasks.find(({ id }) => id === row.generation?.id);
  if (!isEnded(row) || task === undefined) return [];
  const isRight = row.phase === task.outcome && clock.nowMs >= task.endsAtMs;
  return isRight
    ? []
    : [violation("wrong end", `${row.id} is ${row.phase}, its task ${task.outcome}`)];
}

/** The usage screen agrees with the ledger. */
function checkMoney({ kirin, rows }: World): Violation[] {
  const shown = new Set(rows.filter(isEnded).map(({ generation }) => generation?.id));
  const charged = kirin.ledger.tasks.filter(
    (task) => task.outcome === "completed" && (!vanishes(task) || shown.has(task.id)),
  );
  const dollars = charged.map(({ cost }) => ({ amount: cost, unit: USD }));
  const due = sumMoney(dollars)[0]?.amount ?? "0";
  const sum = summarizeUsage(rows)
    .sums.map(({ amount }) => amount)
    .join(" + ");
  return sum === due ? [] : [violation("wrong money", `${sum} is shown, ${due} was charged`)];
}

/** `Map.groupBy`, which Node 20 lacks. */
function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key) {
  const groups = new Map<Key, Value[]>();
  for (const value of values)
    groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

function vanishes({ vanishesAtMs }: LedgerTask): boolean {
  return vanishesAtMs !== null;
}

function violation(rule: Rule, text: string): Violation {
  return { rule, text };
}
