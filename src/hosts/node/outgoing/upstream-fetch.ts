/** Calls a live Kirin from the Node host. */
import { Agent, buildConnector } from "undici";
import { startGrace } from "#hosts/node/grace.ts";
import type { PlainFetch } from "#proxy/options.ts";
import { NeverConnected } from "#proxy/upstream/transport-error.ts";
import { closeAgents } from "./close-agents.ts";
import { requestOnce } from "./undici-response.ts";

/** Well below the proxy's timeouts, so that an unreachable address is recognised as "not sent". */
const CONNECT_TIMEOUT_MS = 8_000;

export interface UpstreamFetch {
  fetch: PlainFetch;
  /** Rejects new calls and waits for calls in flight until `grace` ends. */
  close(grace?: AbortSignal): Promise<void>;
}

/**
 * Creates the transport. Every POST gets a new connection: after a reset on a kept-alive one it is unknown
 * whether Kirin read the request and charged for it.
 */
export function createUpstreamFetch(): UpstreamFetch {
  // The proxy's own timeouts cover headers and body.
  const common = { connect: markingConnector(), headersTimeout: 0, bodyTimeout: 0 };
  const reading = new Agent(common);
  const creating = new Agent({ ...common, pipelining: 0 });
  return {
    fetch: (url, init) => requestOnce(init.method === "POST" ? creating : reading, url, init),
    close: (grace = startGrace()) => closeAgents([reading, creating], grace),
  };
}

/** Connects, including TLS. A failure is marked as one before the request was sent. */
function markingConnector(): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS });
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error) callback(new NeverConnected("", { cause: error }), null);
      else callback(null, socket);
    });
}
