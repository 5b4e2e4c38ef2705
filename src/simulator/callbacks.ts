/**
 * Posts each status change of a task to its `callback_url`: in order, with retries, and without delaying the
 * task.
 */
import type { Clock } from "./clock.ts";

/** Delays between attempts. After the last attempt the callback is dropped. */
const RETRY_DELAYS_MS = [1_000, 2_000, 4_000, 8_000, 16_000] as const;
const ATTEMPT_TIMEOUT_MS = 10_000;

export interface Callbacks {
  /** Posts a body after earlier ones of the same task. Resolves when it is delivered or dropped. */
  post(taskId: string, url: string, body: unknown): Promise<void>;
}

export interface CallbacksOptions {
  clock: Clock;
  fetch: (request: Request) => Promise<Response>;
  /** Stops all deliveries; pending `post` calls reject. */
  signal: AbortSignal;
  report: (sentence: string) => void;
}

export function createCallbacks({ clock, fetch, signal, report }: CallbacksOptions): Callbacks {
  const lastOfTask = new Map<string, Promise<void>>();

  async function deliver(taskId: string, url: string, body: string): Promise<void> {
    for (const waitMs of [...RETRY_DELAYS_MS, null]) {
      if (await attempt(url, body)) return;
      signal.throwIfAborted();
      if (waitMs !== null) await clock.sleep(waitMs, signal);
    }
    report(`The callback of task ${taskId} was given up: its address did not answer with 2xx.`);
  }

  async function attempt(url: string, body: string): Promise<boolean> {
    const done = new AbortController();
    const timeout = new AbortController();
    const until = AbortSignal.any([signal, done.signal]);
    void clock.sleep(ATTEMPT_TIMEOUT_MS, until).then(
      () => timeout.abort(),
      () => undefined,
    );
    try {
      const response = await fetch(
        new Request(url, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body,
          // Redirects are not followed: the creator specified this address only.
          redirect: "manual",
          signal: AbortSignal.any([signal, timeout.signal]),
        }),
      );
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    } finally {
      done.abort();
    }
  }

  return {
    post(taskId, url, body) {
      const text = JSON.stringify(body);
      const previous = lastOfTask.get(taskId) ?? Promise.resolve();
      const callback = previous.then(() => deliver(taskId, url, text));
      lastOfTask.set(taskId, callback);
      const forget = () => {
        if (lastOfTask.get(taskId) === callback) lastOfTask.delete(taskId);
      };
      callback.then(forget, forget);
      return callback;
    },
  };
}
