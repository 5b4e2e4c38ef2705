/** The routes of the proxy's API. */
import type { Context } from "hono";
import {
  CONFIG_PATH,
  GENERATIONS_PATH,
  HEALTH_PATH,
  METRICS_PATH,
  QUOTES_PATH,
  READY_PATH,
  SIGN_IN_PATH,
  SIGN_OUT_PATH,
} from "#contract/routes.ts";
import { serveClip } from "./clips/clips.ts";
import { createGeneration, quoteGeneration, readGeneration } from "./generations/generations.ts";
import { type MetricsAccess, serveMetrics, serveReadiness } from "./metrics/metrics-route.ts";
import type { Outcome, Scope, WaitUntil } from "./scope.ts";
import { signIn, signOut } from "./sessions/sign-in.ts";
import type { TeamAccess } from "./sessions/team-access.ts";
import { studioConfig } from "./studio-config.ts";

/** Per-request services of the host. A Workers execution context satisfies it. */
export interface FetchContext {
  waitUntil?: WaitUntil;
  /** Address of the connection. Attempts to sign in are limited by it. */
  clientAddress?: string | undefined;
}

export type AppContext = Context<{ Bindings: FetchContext }>;

/** Parts of the proxy that only some routes use. */
export interface RouteParts {
  team: TeamAccess | null;
  metrics: MetricsAccess | undefined;
}

/** One route of the API. */
interface Route {
  method: "GET" | "POST";
  path: string;
  /** Whether it is served without a session. */
  isPublic?: true;
  handle: (scope: Scope, context: AppContext, parts: RouteParts) => Outcome | Promise<Outcome>;
}

const CLIP_PATH = `${GENERATIONS_PATH}/:id/clips/:index`;
const GENERATION_PATH = `${GENERATIONS_PATH}/:id`;

export const ROUTES: readonly Route[] = [
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
    isPublic: true,
    handle: ({ proxy, session }, _context, { team }) => {
      const value = studioConfig(proxy, team === null ? null : session !== null);
      return { kind: "json", status: 200, value };
    },
  },
  {
    method: "POST",
    path: SIGN_IN_PATH,
    isPublic: true,
    handle: (scope, { req }, { team }) => signIn(scope, req.raw, team),
  },
  {
    method: "POST",
    path: SIGN_OUT_PATH,
    isPublic: true,
    handle: (scope, _context, { team }) => signOut(scope, team),
  },
  {
    method: "GET",
    path: HEALTH_PATH,
    isPublic: true,
    handle: () => ({ kind: "json", status: 200, value: { status: "ok" } }),
  },
  {
    method: "GET",
    path: READY_PATH,
    isPublic: true,
    handle: ({ proxy }) => serveReadiness(proxy),
  },
  {
    method: "GET",
    path: METRICS_PATH,
    isPublic: true,
    handle: (scope, { req }, { metrics }) => serveMetrics(scope, req.raw, metrics),
  },
];
