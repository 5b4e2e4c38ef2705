/** One read of one entry: ask Kirin, and write down what came. */
import type { Problem } from "#contract/problem.ts";
import { applyAnswer, applyReadProblem, readingId } from "#studio/domain/entry-transitions.ts";
import type { GenerationDeps } from "./generation-deps.ts";

type ReadDeps = Pick<GenerationDeps, "library" | "readGeneration" | "now">;

interface ReadOptions {
  createTimeoutMs: number;
  signal?: AbortSignal;
}

/** Reads an entry into the library. Gives the problem of the read, or null when Kirin answered. */
export async function readEntry(
  { library, readGeneration, now }: ReadDeps,
  id: string,
  { createTimeoutMs, signal }: ReadOptions,
): Promise<Problem | null> {
  const entry = library.get(id);
  if (entry === undefined) return null;
  const askedAt = now().toISOString();
  const result = await readGeneration(readingId(entry), signal);
  if (signal?.aborted) return null;
  const at = now().toISOString();
  await library.update(id, (current) =>
    result.ok
      ? applyAnswer(current, result.value, { askedAt, now: at })
      : applyReadProblem(current, result.problem, { now: at, createTimeoutMs }),
  );
  return result.ok ? null : result.problem;
}
