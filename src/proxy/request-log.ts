/** Logs one line of JSON per request, without prompts, keys or task ids, and counts it in the metrics. */
import type { ProxySettings } from "./options.ts";
import type { Scope } from "./scope.ts";

interface Logged {
  scope: Scope;
  method: string;
  /** The route's pattern, or `*` when none matched. */
  route: string;
  status: number;
}

/** Starts timing a request. Call the returned function to write its line. */
export function requestLog(
  { clock, metrics }: ProxySettings,
  write: (line: string) => void,
): (logged: Logged) => void {
  const startedMs = clock.now();
  return ({ scope, method, route, status }) => {
    const { requestId, problemCode: code, outcome } = scope;
    const time = new Date(startedMs).toISOString();
    const ms = Math.round(clock.now() - startedMs);
    const problem = {
      ...(code !== undefined && { code }),
      ...(outcome !== undefined && { outcome }),
    };
    metrics.request({ method, route, status, ms, ...problem });
    // JSON omits undefined values.
    write(JSON.stringify({ time, requestId, method, route, status, code, outcome, ms }));
  };
}
