/** The definition of a faulty part, and helpers that alter the proxy's responses. */
import type { Generation } from "#contract/generation.ts";
import type { KirinRequest } from "#kirin/request.ts";
import type { GenerationDeps } from "#studio/features/generations/background/generation-deps.ts";
import type { Rule } from "../world/violation.ts";
import type { WorldParts } from "../world/world-parts.ts";

/**
 * A faulty implementation, the rule that detects it, and a scenario in which it is detected. Faulty parts prove that
 * the checks of the trials can fail. (`npm run mutation` answers another question: which mistakes in the state machine
 * do the unit tests detect?)
 */
export interface FaultyPart {
  name: string;
  rule: Rule;
  /** Name of the scenario. */
  scenario: string;
  parts: Partial<WorldParts>;
}

type CreateResult = Awaited<ReturnType<GenerationDeps["createGeneration"]>>;
type Problem = Extract<CreateResult, { ok: false }>["problem"];

/** Changes the results of a page's creates. */
export function withCreates(
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
export function withCreateProblems(change: (problem: Problem) => Problem): Partial<WorldParts> {
  return withCreates((result) =>
    result.ok ? result : { ok: false, problem: change(result.problem) },
  );
}

/** Changes all tasks that a page reads. */
export function withTasks(
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
