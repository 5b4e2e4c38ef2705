/** Reads one entry from Kirin and saves the response. */
import type { Problem } from "#contract/problem.ts";
import { lookupId } from "#studio/domain/life/entry-rules.ts";
import { step } from "#studio/domain/life/life.ts";
import type { GenerationDeps } from "../generation-deps.ts";

type ReadDeps = Pick<GenerationDeps, "library" | "readGeneration" | "now">;

interface ReadOptions {
  createTimeoutMs: number;
  signal?: AbortSignal;
}

/** Reads an entry into the library. Returns the problem of the read, or null if Kirin responded. */
export async function readEntry(
  { library, readGeneration, now }: ReadDeps,
  id: string,
  { createTimeoutMs, signal }: ReadOptions,
): Promise<Problem | null> {
  const entry = library.get(id);
  if (entry === undefined) return null;
  const askedAt = now().toISOString();
  const result = await readGeneration(lookupId(entry), signal);
  if (signal?.aborted) return null;
  const at = now().toISOString();
  await library.update(id, (current) =>
    result.ok
      ? step(current, { type: "answer", answer: result.value, from: "read", askedAt, now: at })
      : step(current, {
          type: "read-problem",
          problem: result.problem,
          askedAt,
          createTimeoutMs,
        }),
  );
  return result.ok ? null : result.problem;
}
