/** An app for tests of the code that serves it. */
import type { NodeApp, RefusalCode } from "#hosts/node/server/node-app.ts";

/** Serves with a function. Refusals get a 400 with their code, and are recorded in `refused`. */
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

/** Listen settings for a test server. */
export const ON_LOOPBACK = {
  host: "127.0.0.1",
  port: 0,
  allowedHosts: [],
  isBehindAuth: false,
  isHttps: false,
} as const;
