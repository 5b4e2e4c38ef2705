/** The input of a render. */
import type { ResolvedRequest } from "#kirin/request.ts";

/** The request a clip is rendered from. */
export interface ClipRequest extends ResolvedRequest {
  /** How many clips of the same words and mode came before, so that each is different. Defaults to 0. */
  take?: number | undefined;
}
