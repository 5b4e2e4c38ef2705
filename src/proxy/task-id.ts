/** Task ids as they come in a path. */
import { isPathSegment } from "#kirin/endpoints.ts";

const MAX_LENGTH = 512;

/** Whether an id can be asked for: one that is no single path segment would read another address than the one meant. */
export function isUsableTaskId(id: string): boolean {
  return id.length <= MAX_LENGTH && isPathSegment(id);
}
