/** Task ids of requests that are made together. */
import { DEFAULTS } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";

/** One typed id for two requests becomes two, by their modes: Kirin wants every id unique. */
export function distinctTaskIds(requests: readonly KirinRequest[]): KirinRequest[] {
  const typed = requests.map((request) => request.external_task_id);
  return requests.map((request, index) => {
    const id = request.external_task_id;
    const isShared = id !== undefined && typed.indexOf(id) !== typed.lastIndexOf(id);
    if (!isShared) return request;
    const isFirst = typed.indexOf(id) === index;
    return isFirst
      ? request
      : { ...request, external_task_id: `${id}-${request.mode ?? DEFAULTS.mode}` };
  });
}
