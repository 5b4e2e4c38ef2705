/** What must be true when a trial is over: the studio's rows against a ledger that no trial can touch. */
import { sumMoney, USD } from "#kirin/values/money.ts";
import { isEnded } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { summarizeUsage } from "#studio/domain/usage/usage.ts";
import { AT_REST } from "../../crash/at-rest.ts";
import type { LedgerTask } from "../../fake-kirin/ledger.ts";
import type { World } from "./world.ts";

/** Presses that a creator meant: how many rows there may be for a prompt, or for another try of a row. */
export interface Meant {
  /** Prompts that were pressed, each one press however often, and how many takes of it the press asked for. */
  prompts: ReadonlyMap<string, number>;
  /** Ids of rows that were tried again, and how often. */
  tries: ReadonlyMap<string, number>;
}

/** Every way in which the promise is broken as things stand; each begins with the name of the rule. */
export function breaches(world: World, meant: Meant): string[] {
  return [
    ...world.witness.violations,
    ...(world.isEndless ? ["endless: something goes round for ever."] : []),
    ...taskBreaches(world),
    ...createBreaches(world),
    ...gaveUp(world),
    ...rowBreaches(world, meant),
    ...moneyBreaches(world),
  ];
}

/** Tasks made are rows with a task, one for one. */
function taskBreaches({ kirin, rows }: World): string[] {
  const shown = groupBy(
    rows.filter(({ generation }) => generation !== null),
    ({ generation }) => generation?.id,
  );
  const known = new Set<string | undefined>(kirin.ledger.tasks.map(({ id }) => id));
  return [
    ...kirin.ledger.tasks
      .filter((task) => !isVanishing(task) && !shown.has(task.id))
      .map(({ id, externalTaskId }) => {
        const row = rows.find((one) => one.externalTaskId === externalTaskId);
        return `lost: ${id} is shown nowhere; its row is ${row?.phase ?? "not there"}.`;
      }),
    ...[...shown].flatMap(([id, same]) => [
      ...(same.length > 1 ? [`doubled: ${id} is shown ${same.length} times.`] : []),
      ...(known.has(id) ? [] : [`foreign: ${id} is shown, and Kirin never made it for us.`]),
    ]),
  ];
}

/** No id means two things, and each create goes on once. */
function createBreaches({ kirin, transport, witness }: World): string[] {
  const byId = groupBy(kirin.ledger.creates, ({ externalTaskId }) => externalTaskId);
  const arrived = [...byId].flatMap(([id, creates]) => [
    ...(new Set(creates.map(({ body }) => body)).size > 1
      ? [`two bodies: creates under ${id} ask for different things.`]
      : []),
  ]);
  const passedOn = [...witness.sent].flatMap(([id, count]) => [
    ...((transport.sentCounts.get(id) ?? 0) > count
      ? [`repeated: the proxy sent ${id} more than once.`]
      : []),
    ...(witness.isLossless && !byId.has(id)
      ? [`abandoned: the proxy had a create under ${id}, and Kirin never got it.`]
      : []),
  ]);
  return [...arrived, ...passedOn];
}

/** Nothing is given up that Kirin has, or gets of what was sent until then. */
function gaveUp({ kirin, rows, witness }: World): string[] {
  const early = kirin.ledger.tasks.filter(({ externalTaskId, madeAtMs }) => {
    const given = witness.givenUp.get(externalTaskId);
    const row = rows.find((one) => one.externalTaskId === externalTaskId);
    return (
      witness.isAgeKnown && given && (madeAtMs <= given.atMs || row?.attempts === given.attempts)
    );
  });
  const lost = rows.filter(
    ({ phase, generation }) =>
      witness.isGoneKnown &&
      phase === "lost" &&
      kirin.ledger.tasks.some((task) => task.id === generation?.id && !isVanishing(task)),
  );
  return [
    ...early.map(
      ({ id, externalTaskId }) => `premature: ${externalTaskId} never arrived, yet ${id}.`,
    ),
    ...lost.map(({ id }) => `premature: ${id} is lost, and Kirin has it.`),
  ];
}

/** What was written down stays, a press is one row, and everything is at rest or asks for the creator. */
function rowBreaches(world: World, { prompts, tries }: Meant): string[] {
  const { disk, rows } = world;
  const { journalled } = world.witness;
  const first = rows.filter(({ retryOf }) => retryOf === null);
  const later = groupBy(
    rows.filter(({ retryOf }) => retryOf !== null),
    ({ retryOf }) => retryOf ?? "",
  );
  return [
    ...[...journalled].filter((id) => !disk.rows.has(id)).map((id) => `gone: the row ${id}.`),
    ...[...prompts].flatMap(([prompt, takes]) => {
      const same = first.filter(({ request }) => request.prompt === prompt).map(({ id }) => id);
      if (same.length > takes) return [`two rows: one press made ${same.join(" and ")}.`];
      if (same.length === takes || same.length === 0) return [];
      return [`half: a press of ${takes} takes made ${same.join(" and ")}.`];
    }),
    ...[...later]
      .filter(([id, same]) => same.length > (tries.get(id) ?? 0))
      .map(([id, same]) => `two rows: ${id} was tried again ${same.length} times.`),
    ...restless(world).map(
      ({ id, phase, hold }) => `restless: ${id} is ${phase} ${hold?.reason ?? ""}.`,
    ),
    ...rows.flatMap((row) => wrongEnd(row, world)),
  ];
}

/** Rows that something more must come of, without their creator. */
export function restless(world: World): LibraryEntry[] {
  const { rows } = world;
  // Kirin itself said when to come back: until then those behind it wait too.
  const isKirinAsking = rows.some(
    ({ phase, hold }) =>
      phase === "held" && hold?.isAsked && Date.parse(hold.retryAt) > world.machineMs(),
  );
  return rows.filter(({ phase, clipsKeptAt }) => {
    if (phase === "completed") return clipsKeptAt === null;
    return !AT_REST.has(phase) && !(phase === "held" && isKirinAsking);
  });
}

/** An end is Kirin's word, and "no" was said by somebody. */
function wrongEnd(row: LibraryEntry, { kirin, clock }: World): string[] {
  const task = kirin.ledger.tasks.find(({ id }) => id === row.generation?.id);
  if (!isEnded(row) || task === undefined) return [];
  const isRight = row.phase === task.outcome && clock.nowMs >= task.endsAtMs;
  return isRight ? [] : [`wrong end: ${row.id} is ${row.phase}, Kirin says ${task.outcome}.`];
}

/** What is shown is what was charged. */
function moneyBreaches({ kirin, rows }: World): string[] {
  const shown = new Set(rows.filter(isEnded).map(({ generation }) => generation?.id));
  const charged = kirin.ledger.tasks.filter(
    (task) => task.outcome === "completed" && (!isVanishing(task) || shown.has(task.id)),
  );
  const dollars = charged.map(({ cost }) => ({ amount: cost, unit: USD }));
  const due = sumMoney(dollars)[0]?.amount ?? "0";
  const sum = summarizeUsage(rows)
    .sums.map(({ amount }) => amount)
    .join(" + ");
  return sum === due ? [] : [`money: ${sum} is shown, ${due} was charged.`];
}

/** `Map.groupBy`, which Node 20 does not have. */
function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key) {
  const groups = new Map<Key, Value[]>();
  for (const value of values)
    groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

function isVanishing({ vanishesAtMs }: LedgerTask): boolean {
  return vanishesAtMs !== null;
}
