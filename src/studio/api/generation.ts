/** Reads one generation. */
import { type Generation, generationSchema } from "#contract/generation.ts";
import { generationPath } from "#contract/routes.ts";
import { type ApiResult, request } from "./http.ts";

/** Reads the current state of a task, by Kirin's id or by the `external_task_id`. Takes no slot and costs nothing. */
export function readGeneration(id: string, signal?: AbortSignal): Promise<ApiResult<Generation>> {
  return request(generationPath(id), {
    schema: generationSchema,
    ...(signal === undefined ? {} : { signal }),
  });
}
