/**
 * The proxy between the studio and Kirin. It uses only Web APIs (a `Request` in, a `Response` out), so it runs
 * in Node, in Workers and in a browser.
 */
import { type Context, Hono } from "hono";
import type { ProblemCode } from "#contract/problem.ts";
import {
  CONFIG_PATH,
  GENERATIONS_PATH,
  HEALTH_PATH,
  METRICS_PATH,
  QUOTES_PATH,
  READY_PATH,
} from "#contract/routes.ts";
import { isLoopbackHost } from "./access/host-name.ts";
import { isMarkedAsStudio } from "./access/same-origin.ts";
import { serveClip } from "./clips/clips.ts";
import { createGeneration, quoteGeneration, readGeneration } from "./generations/generations.ts";
import { serveMetrics, serveReadiness } from "./metrics/metrics-route.ts";
import type { ProxyOptions, ProxySettings } from "./options.ts";
import { resolveOptions } from "./resolve-options.ts";
import { createResponder, failure, type Handle, isApiPath } from "./responder.ts";
import { withTransportSecurity } from "./responses/response-headers.ts";
import type { Outcome, Scope, WaitUntil } from "./scope.ts";
import { trackCreates } from "./stopping.ts";
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

/** One route of the API. */
interface Route {
  method: "GET" | "POST";
  path: string;
  handle: (scope: Scope, context: AppContext, options: ProxyOptions) => Outcome | Promise<Outcome>;
}

const ROUTES: readonly Route[] = [
  {
    method: "POST",
    path: GENERATIONS_PATH,
    handle: (scope, { req }) => createGeneration(scope, req.raw),
  },
  {
    method: "POST",
    path: QUOTES_PATH,
    handle: (scope, { req }) => quoteGeneration(scope, req.raw),
  },
  {
    method: "GET",
    path: GENERATION_PATH,
    handle: (scope, { req }) => readGeneration(scope, req.param("id") ?? "", req.raw.signal),
  },
  {
    method: "GET",
    path: CLIP_PATH,
    handle: (scope, { req }) => {
      const [id = "", index = ""] = [req.param("id"), req.param("index")];
      return serveClip(scope, req.raw, { id, index });
    },
  },
  {
    method: "GET",
    path: CONFIG_PATH,
    handle: ({ proxy }) => ({ kind: "json", status: 200, value: studioConfig(proxy) }),
  },
  {
    method: "GET",
    path: HEALTH_PATH,
    handle: () => ({ kind: "json", status: 200, value: { status: "ok" } }),
  },
  {
    method: "GET",
    path: READY_PATH,
    handle: ({ proxy }) => serveReadiness(proxy),
  },
  {
    method: "GET",
    path: METRICS_PATH,
    handle: (scope, { req }, { metrics }) => serveMetrics(scope, req.raw, metrics),
  },
];

/** Whether a request came over https, and not to a name that this machine's other servers have too. */
function isPublicHttps({ url }: Request): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && !isLoopbackHost(hostname);
}

async function serveAsset(
  { clock, metrics }: ProxySettings,
  request: Request,
  assets: NonNullable<ProxyOptions["assets"]>,
): Promise<Response> {
  const startedMs = clock.now();
  const response = await assets(request);
  const ms = clock.now() - startedMs;
  metrics.request({ method: request.method, route: "static", status: response.status, ms });
  return response;
}

/** Builds the proxy. */
export function createProxy(options: ProxyOptions): ProxyApp {
  const { assets, isHttps = false } = options;
  const creates = trackCreates();
  const proxy = resolveOptions(options, creates.inFlight);
  const { guard, respond, answerAndLog } = createResponder(options, proxy, creates);
  const app = new Hono<{ Bindings: FetchContext }>();

  function respondTo(context: AppContext, path: string, handle: Handle): Promise<Response> {
    const waitUntil: WaitUntil = (work) => context.env.waitUntil?.(work);
    return respond(context.req.raw, { path, waitUntil }, handle);
  }

  for (const { method, path, handle } of ROUTES) {
    app.on(method, path, (context) =>
      respondTo(context, path, (scope) =>
        method === "GET" || isMarkedAsStudio(context.req.raw)
          ? handle(scope, context, options)
          : failure({ code: "forbidden-origin" }),
      ),
    );
    // Other methods on the same path.
    const Allow = method === "GET" ? "GET, HEAD" : method;
    app.all(path, (context) =>
      respondTo(context, path, () => failure({ code: "method-not-allowed", headers: { Allow } })),
    );
  }
  app.notFound(async (context) => {
    const { raw } = context.req;
    const isAsset = assets !== undefined && !isApiPath(new URL(raw.url).pathname);
    // Requests for static files are counted, and logged only when they are refused.
    if (isAsset && guard(raw) === null) return serveAsset(proxy, raw, assets);
    return respondTo(context, "*", () => failure({ code: "not-found" }));
  });
  // Errors from serving static files; the API handlers catch their own.
  app.onError((_error, context) =>
    respondTo(context, "*", () => failure({ code: "internal-error" })),
  );

  return {
    async fetch(request, context = {}) {
      const response = await app.fetch(request, context);
      return isHttps || isPublicHttps(request) ? withTransportSecurity(response) : response;
    },
    async refuse(code, method) {
      const exchange = { method, path: "*", waitUntil: () => {} };
      const response = await answerAndLog(exchange, () => failure({ code }));
      return isHttps ? withTransportSecurity(response) : response;
    },
    stop: creates.stop,
  };
}
