/** The one request that costs money. */
import { type Generation, generationSchema } from "#contract/generation.ts";
import { GENERATIONS_PATH } from "#contract/routes.ts";
import { CREATE_TIMEOUT_MS } from "#contract/time-limits.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { type ApiResult, request } from "./http.ts";

// Lets the proxy's answer through, when it has given up on Kirin.
const MARGIN_MS = 10_000;

/**
 * Asks for a clip, once. Takes no abort signal, since giving up would not undo the charge. A failure always says in
 * `outcome` what it means for the money, and without the proxy's word for it that is `unknown`.
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
