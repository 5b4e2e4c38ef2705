/** The one request that costs money. */
import { type Generation, generationSchema } from "#contract/generation.ts";
import { GENERATIONS_PATH } from "#contract/routes.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { type ApiResult, request } from "./http.ts";

// The proxy gives up on Kirin after 30 s; ten more let its answer through.
const CREATE_TIMEOUT_MS = 40_000;

/**
 * Asks for a clip, once. Takes no abort signal, since giving up would not undo the charge. A failure always says in
 * `outcome` what it means for the money, and without the proxy's word for it that is `unknown`.
 */
export async function createGeneration(body: KirinRequest): Promise<ApiResult<Generation>> {
  const result = await request(GENERATIONS_PATH, {
    schema: generationSchema,
    body,
    timeoutMs: CREATE_TIMEOUT_MS,
  });
  if (result.ok || result.problem.outcome !== undefined) return result;
  return { ok: false, problem: { ...result.problem, outcome: "unknown" } };
}
