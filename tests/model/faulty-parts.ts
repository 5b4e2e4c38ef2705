/**
 * Faulty implementations, each with the rule that notices it and a scenario in which it does. They prove that the trials can
 * fail: a check that never reports anything would pass every other test. (`npm run mutation` answers another question, which
 * mistakes in the state machine the unit tests notice.)
 */
import type { Generation } from "#contract/generation.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { isEnded } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { GenerationDeps } from "#studio/features/generations/background/generation-deps.ts";
import type { Rule } from "./world/violation.ts";
import type { WorldParts } from "./world/world-parts.ts";

export interface FaultyPart {
  name: string;
  rule: Rule;
  /** Name of the scenario. */
  scenario: string;
  parts: Partial<WorldParts>;
}

type CreateResult = Awaited<ReturnType<GenerationDeps["createGeneration"]>>;
type Problem = Extract<CreateResult, { ok: false }>["problem"];

/** Changes what a page learns of its creates. */
function withCreates(
  change: (result: CreateResult, request: KirinRequest) => CreateResult,
): Partial<WorldParts> {
  return {
    deps: (deps) => ({
      ...deps,
      createGeneration: async (request) => change(await deps.createGeneration(request), request),
    }),
  };
}

/** Changes the problems of failed creates. */
function withCreateProblems(change: (problem: Problem) => Problem): Partial<WorldParts> {
  return withCreates((result) =>
    result.ok ? result : { ok: false, problem: change(result.problem) },
  );
}

/** Changes all tasks that a page reads. */
function withTasks(
  change: (task: Generation, deps: GenerationDeps) => Generation,
): Partial<WorldParts> {
  return {
    deps: (deps) => ({
      ...deps,
      readGeneration: async (id, signal) => {
        const result = await deps.readGeneration(id, signal);
        return result.ok ? { ok: true, value: change(result.value, deps) } : result;
      },
    }),
  };
}

const SENDING: readonly FaultyPart[] = [
  {
    name: "every create gets a new id",
    rule: "unrecorded create",
    scenario: "one press",
    parts: {
      deps: (deps) => ({
        ...deps,
        createGeneration: (request) =>
          deps.createGeneration({ ...request, external_task_id: deps.newId() }),
      }),
    },
  },
  {
    name: "the database acknowledges a claim before it is on disk",
    rule: "unclaimed create",
    scenario: "one press",
    parts: {
      database: (database) => ({
        ...database,
        async update(id, change, options) {
          if (!options?.isStrict) return database.update(id, change, options);
          const [row] = await database.read([id]);
          void database.update(id, change, options);
          if (row === undefined) return undefined;
          const entry = change(row);
          return { entry, isChanged: entry !== row };
        },
      }),
    },
  },
  {
    name: "a create of unknown outcome counts as not sent",
    rule: "blind resend",
    scenario: `a create: {"kind":"reset","isApplied":true}`,
    parts: withCreateProblems((problem) =>
      problem.outcome === "unknown"
        ? { ...problem, code: "upstream-unreachable", outcome: "not-sent" }
        : problem,
    ),
  },
  {
    name: "Retry-After is ignored",
    rule: "early resend",
    scenario: `a create: {"kind":"refused","status":429,"code":"1303","retryAfterSeconds":7}`,
    parts: withCreateProblems(({ retryAfterSeconds: _ignored, ...problem }) => problem),
  },
  {
    name: "the second create under an id asks for something else",
    rule: "id reused",
    scenario: `a create: {"kind":"refused","status":429,"retryAfterSeconds":7}`,
    parts: {
      deps(deps) {
        let count = 0;
        return {
          ...deps,
          createGeneration: (request) => {
            count += 1;
            return deps.createGeneration({ ...request, prompt: `${request.prompt} ${count}` });
          },
        };
      },
    },
  },
  {
    name: "the proxy retries a failed create",
    rule: "proxy retry",
    scenario: `a create: {"kind":"status","status":503,"isApplied":false}`,
    parts: {
      transport: (fetch) => async (url, init) => {
        const response = await fetch(url, init);
        return response.status < 500 ? response : fetch(url, init);
      },
    },
  },
  {
    name: "the proxy aborts the create of a page that is gone",
    rule: "abandoned create",
    scenario: `a create: {"kind":"delayed","ms":5000}`,
    parts: {
      transport: (fetch, pageLeft) => (url, init) =>
        fetch(url, { ...init, signal: AbortSignal.any([init.signal, pageLeft]) }),
    },
  },
];

const RECOVERY: readonly FaultyPart[] = [
  {
    name: "a broken connection counts as a refusal",
    rule: "lost",
    scenario: `a create: {"kind":"reset","isApplied":true}`,
    parts: withCreateProblems((problem) =>
      problem.outcome === "unknown" ? { ...problem, outcome: "refused" } : problem,
    ),
  },
  {
    name: "a used task id counts as a refusal",
    rule: "lost",
    scenario: `a create: {"kind":"duplicate","isFirstAnswered":false}`,
    parts: withCreateProblems((problem) =>
      problem.code === "duplicate-task-id"
        ? { ...problem, code: "upstream-rejected", outcome: "refused" }
        : problem,
    ),
  },
  {
    name: "a create that is not found at once counts as never arrived",
    rule: "given up early",
    scenario: "a lost answer and a task that cannot be read yet",
    parts: {
      deps: (deps) => ({
        ...deps,
        readConfig: async (signal) => {
          const config = await deps.readConfig(signal);
          return config.ok ? { ok: true, value: { ...config.value, createTimeoutMs: 0 } } : config;
        },
      }),
    },
  },
  {
    name: "no tab looks for creates that were left behind",
    rule: "unsettled",
    scenario: "one press",
    parts: {
      deps: (deps) => ({ ...deps, sending: Object.assign(deps.sending, { has: () => true }) }),
    },
  },
  {
    name: "a tab that takes the lead trusts its memory",
    rule: "unsettled",
    scenario: "a press in a tab that does not lead",
    parts: {
      deps: (deps) => ({
        ...deps,
        library: { ...deps.library, refresh: () => deps.library.load() },
      }),
      deliversMessages: false,
    },
  },
];

const ROWS: readonly FaultyPart[] = [
  {
    name: "the database does not know presses again",
    rule: "doubled press",
    scenario: "two tabs with one draft",
    parts: {
      database: (database) => ({
        ...database,
        add: (entries) => database.add(entries.map((entry) => ({ ...entry, pressKey: null }))),
      }),
    },
  },
  {
    name: "the database adds only a part of a press",
    rule: "partial press",
    scenario: "a pair",
    parts: {
      database: (database) => ({
        ...database,
        add: (entries) => database.add(entries.slice(0, 1)),
      }),
    },
  },
  {
    name: "the database deletes finished rows",
    rule: "row gone",
    scenario: "one press",
    parts: {
      database: (database, disk) => ({
        ...database,
        async update(id, change, options) {
          const updated = await database.update(id, change, options);
          if (updated && isEnded(updated.entry)) disk.rows.delete(id);
          return updated;
        },
      }),
    },
  },
  {
    name: "a transaction changes an old version of the row",
    rule: "end changed",
    scenario: "an answer overtaken by the end",
    parts: {
      database(database) {
        const waiting = new Map<string, LibraryEntry>();
        return {
          ...database,
          update: (id, change, options) =>
            database.update(
              id,
              (row) => {
                if (row.phase === "waiting") waiting.set(id, row);
                return change(isEnded(row) ? (waiting.get(id) ?? row) : row);
              },
              options,
            ),
        };
      },
    },
  },
];

const READS: readonly FaultyPart[] = [
  {
    name: "answers get the time at which they arrive",
    rule: "backwards",
    scenario: "an answer overtaken by a later one",
    parts: withTasks((task, deps) => ({ ...task, updatedAt: deps.now().toISOString() })),
  },
  {
    name: "an answer about another task counts as ours",
    rule: "foreign task",
    scenario: `a create: {"kind":"stranger"}`,
    parts: withCreates((result, { external_task_id: id = null }) => {
      if (!result.ok) return result;
      const { echoedTaskId: _other, ...task } = result.value;
      return { ok: true, value: { ...task, externalTaskId: id } };
    }),
  },
  {
    name: "every create is answered with the first task",
    rule: "doubled",
    scenario: "a pair",
    parts: {
      deps(deps) {
        let first: string | null = null;
        return {
          ...deps,
          createGeneration: async (request) => {
            const result = await deps.createGeneration(request);
            if (!result.ok) return result;
            first ??= result.value.id;
            const externalTaskId = request.external_task_id ?? null;
            return { ok: true, value: { ...result.value, id: first, externalTaskId } };
          },
        };
      },
    },
  },
  {
    name: "completed tasks are read as failed",
    rule: "wrong end",
    scenario: "one press",
    parts: withTasks((task) =>
      task.status === "completed" ? { ...task, status: "failed" } : task,
    ),
  },
  {
    name: "costs are read ten times too high",
    rule: "wrong money",
    scenario: "one press",
    parts: withTasks(({ usage, ...task }) => ({
      ...task,
      usage: usage && { ...usage, cost: `${usage.cost}0`.replace(/^0\.(\d)/, "$1.") },
    })),
  },
  {
    name: "every read is repeated at once",
    rule: "early read",
    scenario: "one press",
    parts: {
      deps: (deps) => ({
        ...deps,
        readGeneration: async (id, signal) => {
          await deps.readGeneration(id, signal);
          return deps.readGeneration(id, signal);
        },
      }),
    },
  },
  {
    name: "every read is sent five times in parallel",
    rule: "too many reads",
    scenario: "one press",
    parts: {
      deps: (deps) => ({
        ...deps,
        readGeneration: async (id, signal) => {
          const reads = Array.from({ length: 5 }, () => deps.readGeneration(id, signal));
          return Promise.race(reads);
        },
      }),
    },
  },
  {
    name: "a timer sets itself again at once",
    rule: "endless",
    scenario: "one press",
    parts: {
      deps: (deps) => ({
        ...deps,
        setTimer: (callback, delayMs) => {
          const repeat = () => void deps.setTimer(repeat, 0);
          repeat();
          return deps.setTimer(callback, delayMs);
        },
      }),
    },
  },
];

export const FAULTY_PARTS: readonly FaultyPart[] = [...SENDING, ...RECOVERY, ...ROWS, ...READS];
