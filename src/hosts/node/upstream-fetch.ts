/** How the Node host calls a live Kirin. */
import { Agent, buildConnector } from "undici";
import type { PlainFetch } from "#proxy/options.ts";
import { NeverConnected } from "#proxy/transport-error.ts";
import { closeAgents } from "./close-agents.ts";
import { startGrace } from "./grace.ts";
import { requestOnce } from "./undici-response.ts";

/** Well below the proxy's own time-outs, so that a dead address is known to have received nothing. */
const CONNECT_TIMEOUT_MS = 8_000;

export interface UpstreamFetch {
  fetch: PlainFetch;
  /** Takes no more calls; waits for those under way until `grace` ends. */
  close(grace?: AbortSignal): Promise<void>;
}

/**
 * Makes the transport. A POST gets a connection of its own: on a kept-alive one, a reset leaves open
 * whether the request was read, and the price of that doubt is a paid task.
 */
export function createUpstreamFetch(): UpstreamFetch {
  // The proxy's own clock limits headers and body; a second set of timers would only disagree with it.
  const common = { connect: connectOrSay(), headersTimeout: 0, bodyTimeout: 0 };
  const reading = new Agent(common);
  const creating = new Agent({ ...common, pipelining: 0 });
  return {
    fetch: (url, init) => requestOnce(init.method === "POST" ? creating : reading, url, init),
    close: (grace = startGrace()) => closeAgents([reading, creating], grace),
  };
}

/** Connects, TLS included; a failure is marked as one that no request can have been part of. */
function connectOrSay(): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS });
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error) callback(new NeverConnected("", { cause: error }), null);
      else callback(null, socket);
    });
}
