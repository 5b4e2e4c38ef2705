/** Faulty parts in resolving a create with an unknown outcome. */
import { type FaultyPart, withCreateProblems } from "./faulty-part.ts";

export const RECOVERY: readonly FaultyPart[] = [
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
