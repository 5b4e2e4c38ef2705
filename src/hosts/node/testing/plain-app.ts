/** An app for tests of what serves it. */
import type { NodeApp, RefusalCode } from "../node-app.ts";

/** Serves by a function, and answers refusals with their code and 400. What was refused is kept in `refused`. */
export function plainApp(fetch: NodeApp["fetch"] = () => new Response(null, { status: 204 })) {
  const refused: RefusalCode[] = [];
  const app = {
    refused,
    fetch,
    refuse(code: RefusalCode) {
      refused.push(code);
      return new Response(code, { status: 400 });
    },
  };
  return app satisfies NodeApp;
}

/** Where a test's server listens. */
export const ON_LOOPBACK = {
  host: "127.0.0.1",
  port: 0,
  allowedHosts: [],
  isBehindAuth: false,
} as const;
