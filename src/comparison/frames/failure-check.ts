/** Distinguishes a damaged clip from a failing decoder. */
import type { Damage } from "../decode/damage.ts";

export interface FailureCheck {
  /** Checks the groups in which the decoder may have failed, given by their key samples. */
  start(suspects: readonly number[]): void;
  /** Resolves when no check is running. */
  settled(): Promise<void>;
}

/** A failure without any damage found is retried once. */
const FAILURES_MAX = 1;

/** A failure counts against the decoder if no group is damaged. Calls `onFailure` when there are too many. */
export function createFailureCheck(
  damage: Pick<Damage, "check">,
  onFailure: () => void,
): FailureCheck {
  let failures = 0;
  let running: Promise<void> | null = null;

  async function check(suspects: readonly number[]) {
    if (!(await damage.check(suspects))) failures += 1;
    if (failures > FAILURES_MAX) onFailure();
  }

  return {
    start(suspects) {
      running = check(suspects).finally(() => {
        running = null;
      });
    },
    async settled() {
      await running;
    },
  };
}
