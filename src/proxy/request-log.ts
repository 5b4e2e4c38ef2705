/** Logs one line of JSON per request, without prompts, keys or task ids. */
import type { Clock } from "./clock.ts";
import type { Scope } from "./scope.ts";

interface Logged {
  scope: Scope;
  method: string;
  /** The route's pattern, or `*` when none matched. */
  route: string;
  status: number;
}

/** Starts timing a request. Call the returned function to write its line. */
export function requestLog(clock: Clock, write: (line: string) => void): (logged: Logged) => void {
  const startedMs = clock.now();
  return ({ scope, method, route, status }) => {
    const { requestId, problemCode: code, outcome } = scope;
    const time = new Date(startedMs).toISOString();
    const ms = Math.round(clock.now() - startedMs);
    // JSON omits undefined values.
    write(JSON.stringify({ time, requestId, method, route, status, code, outcome, ms }));
  };
}
