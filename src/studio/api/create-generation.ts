/** Creates a generation, the only request that costs money. */
import { type Generation, generationSchema } from "#contract/generation.ts";
import { GENERATIONS_PATH } from "#contract/routes.ts";
import { CREATE_TIMEOUT_MS } from "#contract/time-limits.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { type ApiResult, request } from "./http.ts";

// Leaves time for the proxy's own response after its request to Kirin has timed out.
const MARGIN_MS = 10_000;

/**
 * Creates a generation, without retries. Takes no abort signal, since aborting would not undo the charge. Every failure
 * has an `outcome`. Without one from the proxy, it is `unknown`.
 */
export async function createGeneration(body: KirinRequest): Promise<ApiResult<Generation>> {
  const result = await request(GENERATIONS_PATH, {
    schema: generationSchema,
    body,
    timeoutMs: CREATE_TIMEOUT_MS + MARGIN_MS,
  });
  if (result.ok || result.problem.outcome !== undefined) return result;
  return { ok: false, problem: { ...result.problem, outcome: "unknown" } };
}
