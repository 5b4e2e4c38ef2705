/** One time limit over several waits: an upstream call's headers and its body share it. */
import type { Clock } from "./clock.ts";

/** Thrown into a wait that took too long. */
export class DeadlineExceeded extends Error {
  override readonly name = "DeadlineExceeded";
}

export interface Deadline {
  /** Aborted when the limit has passed. */
  readonly signal: AbortSignal;
  /** Waits for `work`, but not beyond the limit, even when `work` pays no heed to the signal. */
  within<T>(work: Promise<T>): Promise<T>;
  /** Lets go of the timer; from then on only the parent aborts the signal. */
  end(): void;
}

/** Starts a limit of `ms`. An abort of `parent` aborts the work as well, even after `end`. */
export function startDeadline(clock: Clock, ms: number, parent?: AbortSignal): Deadline {
  const controller = new AbortController();
  const expire = () => controller.abort(new DeadlineExceeded());
  const leave = () => controller.abort(parent?.reason);
  const cancelTimer = clock.after(ms, expire);
  if (parent?.aborted) leave();
  parent?.addEventListener("abort", leave, { once: true });
  const { signal } = controller;
  return {
    signal,
    within: (work) =>
      new Promise((resolve, reject) => {
        const giveUp = () => reject(signal.reason);
        if (signal.aborted) giveUp();
        signal.addEventListener("abort", giveUp, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
      }),
    end: cancelTimer,
  };
}
