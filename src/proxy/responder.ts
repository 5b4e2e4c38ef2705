/** What every request passes through: the guard, its handler, the response and a log line. */
import { GENERATIONS_PATH, METRICS_PATH } from "#contract/routes.ts";
import { isAllowedHost } from "./access/host-name.ts";
import { isCrossOrigin } from "./access/same-origin.ts";
import type { ProxyOptions, ProxySettings } from "./options.ts";
import { requestLog } from "./request-log.ts";
import { answer } from "./responses/answer.ts";
import type { Failure } from "./responses/failure.ts";
import type { Outcome, Scope, WaitUntil } from "./scope.ts";
import { type CreateTracker, STOPPING } from "./stopping.ts";

/** Handles a request that has passed the guard. */
export type Handle = (scope: Scope) => Outcome | Promise<Outcome>;

/** A request's method and route, for the log, and its host's `waitUntil`. */
interface Exchange {
  method: string;
  path: string;
  waitUntil: WaitUntil;
  clientAddress?: string | undefined;
}

/** Responds to requests. */
export interface Responder {
  /**
   * The reason to refuse a request, or null. The host is checked first, so a foreign host learns nothing else.
   */
  guard(request: Request): Failure | null;
  /** Responds with the guard's refusal or the handler's outcome. Tracks creates until they have a response. */
  respond(request: Request, exchange: Omit<Exchange, "method">, handle: Handle): Promise<Response>;
  /** Responds and logs without a guard, for requests that cannot be expressed as a `Request`. */
  answerAndLog(exchange: Exchange, handle: Handle): Promise<Response>;
}

/** Creates the responder of one proxy. */
export function createResponder(
  options: ProxyOptions,
  proxy: ProxySettings,
  creates: CreateTracker,
): Responder {
  const { allowedHosts = [] } = options;

  function guard(request: Request): Failure | null {
    const { hostname, pathname } = new URL(request.url);
    if (!isAllowedHost(hostname, allowedHosts)) return { code: "wrong-host" };
    if (creates.isStopping()) return STOPPING;
    const isData = isApiPath(pathname) || pathname === METRICS_PATH;
    const isForeign = isData && isCrossOrigin(request, options.isHttps);
    return isForeign ? { code: "forbidden-origin" } : null;
  }

  async function answerAndLog(
    { method, path, waitUntil, clientAddress }: Exchange,
    handle: Handle,
  ): Promise<Response> {
    const log = requestLog(proxy, options.log);
    const scope: Scope = {
      proxy,
      requestId: proxy.newRequestId(),
      waitUntil,
      clientAddress,
      session: null,
      owner: null,
      cookies: [],
      isStopping: creates.isStopping,
    };
    const response = await answer(scope, isCreate(method, path) ? "create" : "other", () =>
      handle(scope),
    );
    log({ scope, method, route: path, status: response.status });
    return response;
  }

  return {
    guard,
    answerAndLog,
    respond(request, exchange, handle) {
      const { method } = request;
      const answering = answerAndLog({ method, ...exchange }, (scope) => {
        const refusal = guard(request);
        return refusal === null ? handle(scope) : failure(refusal);
      });
      return isCreate(method, exchange.path) ? creates.track(answering) : answering;
    },
  };
}

/** Whether a path belongs to the API rather than to the static files. */
export function isApiPath(pathname: string): boolean {
  return pathname === "/api" || pathname.startsWith("/api/");
}

export function isCreate(method: string, path: string): boolean {
  return method === "POST" && path === GENERATIONS_PATH;
}

/** The outcome of a request that fails. */
export function failure(value: Failure): Outcome {
  return { kind: "failure", failure: value };
}
