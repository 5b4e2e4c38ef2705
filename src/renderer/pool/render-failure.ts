/** Why a clip could not be rendered. */

/**
 * `crashed`: the process died or hung; `failed`: painting or encoding reported an error;
 * `disk-full`: there was no room for the clip; `aborted`: nobody wants it any more.
 */
export type RenderFailureReason = "crashed" | "failed" | "disk-full" | "aborted";

/** The one error that a render pool rejects with. */
export class RenderFailure extends Error {
  override readonly name = "RenderFailure";
  readonly reason: RenderFailureReason;

  constructor(reason: RenderFailureReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

const DISK_FULL_CODES = new Set(["ENOSPC", "EDQUOT"]);

/** The reason behind an error code of the operating system, if there was one. */
export function reasonOfErrorCode(code: string | undefined): RenderFailureReason {
  return code !== undefined && DISK_FULL_CODES.has(code) ? "disk-full" : "failed";
}
