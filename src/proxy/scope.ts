/** What one request carries through its handler. */
import type { CreateOutcome } from "#contract/problem.ts";
import type { Failure } from "./failure.ts";
import type { ProxySettings } from "./options.ts";

/** Lets work go on when the browser has left; a host without such a thing keeps it going anyway. */
export type KeepGoing = (work: Promise<unknown>) => void;

export interface Scope {
  proxy: ProxySettings;
  /** The answer's id, and that of the upstream calls made for it. A read that was joined has the first reader's. */
  requestId: string;
  keepGoing: KeepGoing;
  /** Whether the proxy has been told to stop since the request came. */
  isStopping: () => boolean;
  /** For the log. */
  problemCode?: string;
  outcome?: CreateOutcome;
}

/** What a handler makes: a JSON value, a finished answer, or a failure. */
export type Outcome =
  | { kind: "json"; status: 200 | 201; value: unknown }
  | { kind: "response"; response: Response }
  | { kind: "failure"; failure: Failure };

/**
 * The answer to a client that has left: nobody receives it, and the log has a word for it that blames nobody (nginx's
 * 499, "client closed request").
 */
export function clientLeft(): Outcome {
  return { kind: "response", response: new Response(null, { status: 499 }) };
}
