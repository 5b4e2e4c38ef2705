/**
 * The proxy between the studio and Kirin. It uses only Web APIs (a `Request` in, a `Response` out), so it runs
 * in Node, in Workers and in a browser.
 */
import { Hono } from "hono";
import type { ProblemCode } from "#contract/problem.ts";
import { isLoopbackHost } from "./access/host-name.ts";
import { isMarkedAsStudio } from "./access/same-origin.ts";
import type { ProxyOptions, ProxySettings } from "./options.ts";
import { resolveOptions } from "./resolve-options.ts";
import { createResponder, failure, type Handle, isApiPath, isCreate } from "./responder.ts";
import { withTransportSecurity } from "./responses/response-headers.ts";
import { type AppContext, type FetchContext, ROUTES } from "./routes.ts";
import type { WaitUntil } from "./scope.ts";
import { createTeamAccess } from "./sessions/team-access.ts";
import { trackCreates } from "./stopping.ts";

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
  const { assets, isHttps = false, metrics } = options;
  const creates = trackCreates();
  const proxy = resolveOptions(options, creates.inFlight);
  const { guard, respond, answerAndLog } = createResponder(options, proxy, creates);
  const team = options.team ? createTeamAccess(options.team, proxy.clock) : null;
  const app = new Hono<{ Bindings: FetchContext }>();

  function respondTo(context: AppContext, path: string, handle: Handle): Promise<Response> {
    const waitUntil: WaitUntil = (work) => context.env.waitUntil?.(work);
    const { clientAddress } = context.env;
    return respond(context.req.raw, { path, waitUntil, clientAddress }, handle);
  }

  for (const { method, path, isPublic = false, handle } of ROUTES) {
    app.on(method, path, (context) =>
      respondTo(context, path, (scope) => {
        const { raw } = context.req;
        if (method !== "GET" && !isMarkedAsStudio(raw)) {
          return failure({ code: "forbidden-origin" });
        }
        const run = () => handle(scope, context, { team, metrics });
        if (team === null) return run();
        return team.admit(scope, raw, { isPublic, isCreate: isCreate(method, path), handle: run });
      }),
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
