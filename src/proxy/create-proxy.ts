/**
 * The proxy between the studio and Kirin. It uses only Web APIs (a `Request` in, a `Response` out), so it runs
 * in Node, in Workers and in a browser.
 */
import { type Context, Hono } from "hono";
import type { ProblemCode } from "#contract/problem.ts";
import { CONFIG_PATH, GENERATIONS_PATH, HEALTH_PATH, QUOTES_PATH } from "#contract/routes.ts";
import { isAllowedHost } from "./access/host-name.ts";
import { isCrossOrigin, isMarkedAsStudio } from "./access/same-origin.ts";
import { serveClip } from "./clips/clips.ts";
import { createGeneration, quoteGeneration, readGeneration } from "./generations/generations.ts";
import type { ProxyOptions } from "./options.ts";
import { requestLog } from "./request-log.ts";
import { resolveOptions } from "./resolve-options.ts";
import { answer } from "./responses/answer.ts";
import type { Failure } from "./responses/failure.ts";
import type { Outcome, Scope, WaitUntil } from "./scope.ts";
import { STOPPING, trackCreates } from "./stopping.ts";
import { studioConfig } from "./studio-config.ts";

/** Per-request services of the host. A Workers execution context satisfies it. */
export interface FetchContext {
  waitUntil?: WaitUntil;
}

export interface ProxyApp {
  fetch(request: Request, context?: FetchContext): Promise<Response>;
  /** Returns and logs a problem for a request that cannot be expressed as a `Request`. */
  refuse(code: ProblemCode, method: string): Promise<Response>;
  /**
   * Refuses every request with 503 from now on. Returns the number of creates in flight; `settled` resolves
   * when all have their response, at the latest after the create timeout.
   */
  stop(): { creates: number; settled: Promise<void> };
}

const CLIP_PATH = `${GENERATIONS_PATH}/:id/clips/:index`;
const GENERATION_PATH = `${GENERATIONS_PATH}/:id`;

type AppContext = Context<{ Bindings: FetchContext }>;
type Handle = (scope: Scope) => Outcome | Promise<Outcome>;

/** Builds the proxy. */
export function createProxy(options: ProxyOptions): ProxyApp {
  const proxy = resolveOptions(options);
  const { allowedHosts = [], assets } = options;
  const creates = trackCreates();
  const app = new Hono<{ Bindings: FetchContext }>();

  /** Registers one route with guard, handler, response and log line. Other methods on its path get 405. */
  function route(
    method: "GET" | "POST",
    path: string,
    handle: (scope: Scope, context: AppContext) => Outcome | Promise<Outcome>,
  ) {
    app.on(method, path, (context) => {
      const answering = respond(context, path, (scope) =>
        method === "GET" || isMarkedAsStudio(context.req.raw)
          ? handle(scope, context)
          : failure({ code: "forbidden-origin" }),
      );
      return isCreate(method, path) ? creates.track(answering) : answering;
    });
    const Allow = method === "GET" ? "GET, HEAD" : method;
    app.all(path, (context) =>
      respond(context, path, () => failure({ code: "method-not-allowed", headers: { Allow } })),
    );
  }

  /**
   * The reason to refuse a request, or null. The host is checked first, so a foreign host learns nothing else.
   */
  function guard(request: Request): Failure | null {
    const { hostname, pathname } = new URL(request.url);
    if (!isAllowedHost(hostname, allowedHosts)) return { code: "wrong-host" };
    if (creates.isStopping()) return STOPPING;
    const isForeign = isApiPath(pathname) && isCrossOrigin(request);
    return isForeign ? { code: "forbidden-origin" } : null;
  }

  function respond(context: AppContext, path: string, handle: Handle): Promise<Response> {
    const { raw } = context.req;
    const waitUntil: WaitUntil = (work) => context.env.waitUntil?.(work);
    return answerAndLog({ method: raw.method, path, waitUntil }, (scope) => {
      const refusal = guard(raw);
      return refusal === null ? handle(scope) : failure(refusal);
    });
  }

  async function answerAndLog(
    { method, path, waitUntil }: { method: string; path: string; waitUntil: WaitUntil },
    handle: Handle,
  ): Promise<Response> {
    const log = requestLog(proxy.clock, options.log);
    const scope: Scope = {
      proxy,
      requestId: proxy.newRequestId(),
      waitUntil,
      isStopping: creates.isStopping,
    };
    const response = await answer(scope, isCreate(method, path) ? "create" : "other", () =>
      handle(scope),
    );
    log({ scope, method, route: path, status: response.status });
    return response;
  }

  route("POST", GENERATIONS_PATH, (scope, { req }) => createGeneration(scope, req.raw));
  route("POST", QUOTES_PATH, (scope, { req }) => quoteGeneration(scope, req.raw));
  route("GET", GENERATION_PATH, (scope, { req }) =>
    readGeneration(scope, req.param("id") ?? "", req.raw.signal),
  );
  route("GET", CLIP_PATH, (scope, { req }) =>
    serveClip(scope, req.raw, {
      id: req.param("id") ?? "",
      index: req.param("index") ?? "",
    }),
  );
  route("GET", CONFIG_PATH, () => ({ kind: "json", status: 200, value: studioConfig(proxy) }));
  route("GET", HEALTH_PATH, () => ({ kind: "json", status: 200, value: { status: "ok" } }));
  app.notFound((context) => {
    const { raw } = context.req;
    const isAsset = assets !== undefined && !isApiPath(new URL(raw.url).pathname);
    // Requests for static files are logged only when they are refused.
    if (isAsset && guard(raw) === null) return assets(raw);
    return respond(context, "*", () => failure({ code: "not-found" }));
  });

  // Errors from serving static files; the API handlers catch their own.
  app.onError((_error, context) =>
    respond(context, "*", () => failure({ code: "internal-error" })),
  );

  return {
    fetch: async (request, context = {}) => app.fetch(request, context),
    refuse: (code, method) =>
      answerAndLog({ method, path: "*", waitUntil: () => {} }, () => failure({ code })),
    stop: creates.stop,
  };
}

/** Whether a path belongs to the API rather than to the static files. */
function isApiPath(pathname: string): boolean {
  return pathname === "/api" || pathname.startsWith("/api/");
}

function isCreate(method: string, path: string): boolean {
  return method === "POST" && path === GENERATIONS_PATH;
}

function failure(failure: Failure): Outcome {
  return { kind: "failure", failure };
}
