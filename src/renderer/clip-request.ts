import type { ResolvedRequest } from "#kirin/request.ts";

/** The request that a clip is rendered from. */
export interface ClipRequest extends ResolvedRequest {
  /** Number of earlier clips with the same prompt and mode; it varies the clip. Defaults to 0. */
  take?: number | undefined;
}
