/** Reasons why a clip could not be rendered. */

/**
 * `crashed`: the process died or hung; `failed`: painting or encoding reported an error; `disk-full`: the clip
 * did not fit on the disk; `aborted`: the render was cancelled.
 */
export type RenderFailureReason = "crashed" | "failed" | "disk-full" | "aborted";

/** The only error type of a render pool. */
export class RenderFailure extends Error {
  override readonly name = "RenderFailure";
  readonly reason: RenderFailureReason;

  constructor(reason: RenderFailureReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

const DISK_FULL_CODES = new Set(["ENOSPC", "EDQUOT"]);

/** The reason for a system error code. */
export function reasonOfErrorCode(code: string | undefined): RenderFailureReason {
  return code !== undefined && DISK_FULL_CODES.has(code) ? "disk-full" : "failed";
}
