/** One line of JSON for every request. It names no prompt, no key and no id of a task. */
import type { Clock } from "./clock.ts";
import type { Scope } from "./scope.ts";

interface Logged {
  scope: Scope;
  method: string;
  /** The route's pattern, or `*` where none matched. */
  route: string;
  status: number;
}

/** Starts the time of a request; the returned function writes its line. */
export function requestLog(clock: Clock, write: (line: string) => void): (logged: Logged) => void {
  const startedMs = clock.now();
  return ({ scope, method, route, status }) => {
    const { requestId, problemCode: code, outcome } = scope;
    const time = new Date(startedMs).toISOString();
    const ms = Math.round(clock.now() - startedMs);
    // What is not known is undefined, and JSON leaves it out.
    write(JSON.stringify({ time, requestId, method, route, status, code, outcome, ms }));
  };
}
