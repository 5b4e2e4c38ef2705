/** The context of one request. */
import type { CreateOutcome } from "#contract/problem.ts";
import type { ProxySettings } from "./options.ts";
import type { Failure } from "./responses/failure.ts";
import type { Session } from "./sessions/sessions.ts";
import type { TaskOwner } from "./sessions/task-owner.ts";

/** Lets work finish after the browser has disconnected. Hosts without such a function never stop it. */
export type WaitUntil = (work: Promise<unknown>) => void;

export interface Scope {
  proxy: ProxySettings;
  /** Id of this request and of its upstream calls. A shared read carries the first reader's id. */
  requestId: string;
  waitUntil: WaitUntil;
  /** Address of the connection, if the host knows it. Never taken from a header. */
  clientAddress: string | undefined;
  /** The caller's session. Null for a studio without sign-in, too. */
  session: Session | null;
  /** Whose tasks are asked for. Null if everyone may read all of them. */
  owner: TaskOwner | null;
  /** `Set-Cookie` headers for the answer. */
  cookies: string[];
  /** Whether the proxy is stopping. */
  isStopping: () => boolean;
  /** Logged. */
  problemCode?: string;
  outcome?: CreateOutcome;
}

/** The result of a handler: a JSON value, a finished response or a failure. */
export type Outcome =
  | { kind: "json"; status: 200 | 201; value: unknown }
  | { kind: "response"; response: Response }
  | { kind: "failure"; failure: Failure };

/**
 * The outcome for a client that has disconnected. Nobody receives it; the log shows nginx's status 499,
 * "client closed request".
 */
export function clientLeft(): Outcome {
  return { kind: "response", response: new Response(null, { status: 499 }) };
}
