/** Faulty parts in reading and tracking tasks. */
import { type FaultyPart, withCreates, withTasks } from "./faulty-part.ts";

export const READS: readonly FaultyPart[] = [
  {
    name: "answers get the time at which they arrive",
    rule: "backwards",
    scenario: "an answer that arrives after a later one",
    parts: withTasks((task, deps) => ({ ...task, updatedAt: deps.now().toISOString() })),
  },
  {
    name: "an answer about another task counts as ours",
    rule: "foreign task",
    scenario: `a create: {"kind":"foreign-task"}`,
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
