/** Task ids in request paths. */
import { isPathSegment } from "#kirin/endpoints.ts";

const MAX_LENGTH = 512;

/**
 * Whether an id is safe to use in Kirin's URL: it must be a single path segment, or it would address another
 * resource.
 */
export function isUsableTaskId(id: string): boolean {
  return id.length <= MAX_LENGTH && isPathSegment(id);
}
