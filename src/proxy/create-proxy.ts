/**
 * The thin proxy between the studio and Kirin: a Request in, a Response out, on Web APIs alone, so that
 * it runs in Node, in Workers and in a browser.
 */
import { type Context, Hono } from "hono";
import { CONFIG_PATH, GENERATIONS_PATH, HEALTH_PATH, QUOTES_PATH } from "#contract/routes.ts";
import { answer } from "./answer.ts";
import { createClipAddresses } from "./clip-addresses.ts";
import { createClipTypes } from "./clip-types.ts";
import { serveClip } from "./clips.ts";
import { systemClock } from "./clock.ts";
import { createGeneration, quoteGeneration, readGeneration } from "./generations.ts";
import { defaultLimits, type ProxyOptions, type ProxySettings } from "./options.ts";
import { isAllowedHost, isFromStudio } from "./same-origin.ts";
import type { KeepGoing, Outcome, Scope } from "./scope.ts";
import { studioConfig } from "./studio-config.ts";

/** What a host may tell the proxy about one request. Workers' execution context is one of these. */
export interface FetchContext {
  waitUntil?: KeepGoing;
}

export interface ProxyApp {
  fetch(request: Request, context?: FetchContext): Promise<Response>;
}

/** Whether a path belongs to the proxy, and not to the studio's own files. */
export function isProxyPath(pathname: string): boolean {
  return pathname === HEALTH_PATH || pathname === "/api" || pathname.startsWith("/api/");
}

const CLIP_PATH = `${GENERATIONS_PATH}/:id/clips/:index`;
const GENERATION_PATH = `${GENERATIONS_PATH}/:id`;

/** Builds the proxy. */
export function createProxy(options: ProxyOptions): ProxyApp {
  const proxy: ProxySettings = {
    upstream: options.upstream,
    clipFetch: options.clipFetch,
    clipTypes: createClipTypes(),
    clock: options.clock ?? systemClock,
    newRequestId: options.newRequestId ?? (() => crypto.randomUUID()),
    limits: { ...defaultLimits(options.upstream.kind), ...options.limits },
  };
  const allowedHosts = options.allowedHosts ?? [];
  const addresses = createClipAddresses(proxy.clock, proxy.limits.clipAddressMs);
  const app = new Hono<{ Bindings: FetchContext }>();

  /** Registers one route: guards, handler, answer, log line. Other methods of its path get a 405. */
  function route(
    method: "GET" | "POST",
    path: string,
    handle: (scope: Scope, context: Context) => Outcome | Promise<Outcome>,
  ) {
    app.on(method, path, (context) =>
      respond(context, path, (scope) => {
        const isAllowed =
          path === HEALTH_PATH || isAllowedHost(new URL(context.req.url), allowedHosts);
        return isAllowed && (method === "GET" || isFromStudio(context.req.raw))
          ? handle(scope, context)
          : { kind: "failure", failure: { code: "forbidden-origin" } };
      }),
    );
    const Allow = method === "GET" ? "GET, HEAD" : method;
    app.all(path, (context) =>
      respond(context, path, () => ({
        kind: "failure",
        failure: { code: "method-not-allowed", headers: { Allow } },
      })),
    );
  }

  async function respond(
    context: Context<{ Bindings: FetchContext }>,
    path: string,
    handle: (scope: Scope) => Outcome | Promise<Outcome>,
  ): Promise<Response> {
    const startedMs = proxy.clock.now();
    const { method } = context.req.raw;
    const scope: Scope = {
      proxy,
      requestId: proxy.newRequestId(),
      keepGoing: (work) => context.env.waitUntil?.(work),
    };
    const isCreate = method === "POST" && path === GENERATIONS_PATH;
    const response = await answer(scope, isCreate ? "create" : "other", () => handle(scope));
    options.log(
      JSON.stringify({
        time: new Date(startedMs).toISOString(),
        requestId: scope.requestId,
        method,
        route: path,
        status: response.status,
        ...(scope.problemCode !== undefined && { code: scope.problemCode }),
        ms: Math.round(proxy.clock.now() - startedMs),
      }),
    );
    return response;
  }

  route("POST", GENERATIONS_PATH, (scope, { req }) => createGeneration(scope, req.raw));
  route("POST", QUOTES_PATH, (scope, { req }) => quoteGeneration(scope, req.raw));
  route("GET", GENERATION_PATH, (scope, { req }) => readGeneration(scope, req.param("id") ?? ""));
  route("GET", CLIP_PATH, (scope, { req }) =>
    serveClip(scope, addresses, req.raw, {
      id: req.param("id") ?? "",
      index: req.param("index") ?? "",
    }),
  );
  route("GET", CONFIG_PATH, () => ({ kind: "json", status: 200, value: studioConfig(proxy) }));
  route("GET", HEALTH_PATH, () => ({ kind: "json", status: 200, value: { status: "ok" } }));
  app.notFound((context) =>
    respond(context, "*", () => ({ kind: "failure", failure: { code: "not-found" } })),
  );

  return { fetch: async (request, context = {}) => app.fetch(request, context) };
}
