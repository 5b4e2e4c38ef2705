/** One timeout over several awaits, shared by the headers and the body of an upstream call. */
import type { Clock } from "#proxy/clock.ts";

/** The error of an await that exceeded the timeout. */
export class DeadlineExceeded extends Error {
  override readonly name = "DeadlineExceeded";
}

export interface Deadline {
  /** Aborted when the timeout has passed. */
  readonly signal: AbortSignal;
  /** Awaits `work` until the timeout at most, even if `work` ignores the signal. */
  within<T>(work: Promise<T>): Promise<T>;
  /** Clears the timer. After that only the parent aborts the signal. */
  end(): void;
}

/** Starts a timeout of `ms`. An abort of `parent` also aborts the signal, even after `end`. */
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
        const fail = () => reject(signal.reason);
        if (signal.aborted) fail();
        signal.addEventListener("abort", fail, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener("abort", fail));
      }),
    end: cancelTimer,
  };
}
