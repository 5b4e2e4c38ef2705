/**
 * Fetches clips in the Node host, only from public addresses. The address is checked while connecting, so DNS
 * rebinding between a check and its use has no effect.
 */
import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent } from "undici";
import { startGrace } from "#hosts/node/grace.ts";
import { checkClipUrl } from "#proxy/clips/clip-address.ts";
import type { PlainFetch } from "#proxy/options.ts";
import { closeAgents } from "./close-agents.ts";
import { guardedLookup } from "./guarded-lookup.ts";
import { requestOnce } from "./undici-response.ts";

const CONNECT_TIMEOUT_MS = 8_000;
/**
 * Timeout for a stalled transfer. A long transfer is fine, and backpressure from the browser does not count.
 */
const IDLE_TIMEOUT_MS = 30_000;

export interface ClipFetchOptions {
  /** Origin of the configured upstream, the only one that may be in a private network. */
  trustedOrigin: string;
  /** Fetches from the trusted origin, for an upstream in this process. */
  trustedFetch?: PlainFetch;
  lookup?: LookupFunction;
  idleTimeoutMs?: number;
}

export interface ClipFetch {
  fetch: PlainFetch;
  /** Rejects new calls and waits for calls in flight until `grace` ends. */
  close(grace?: AbortSignal): Promise<void>;
}

/** Creates the transport. Calls reject with `ClipAddressRefused` for an address that is not public. */
export function createClipFetch(options: ClipFetchOptions): ClipFetch {
  const { trustedOrigin, trustedFetch, idleTimeoutMs = IDLE_TIMEOUT_MS } = options;
  const limits = { headersTimeout: idleTimeoutMs, bodyTimeout: idleTimeoutMs };
  const timeout = CONNECT_TIMEOUT_MS;
  const lookup = guardedLookup(options.lookup ?? systemLookup);
  const guarded = new Agent({ ...limits, connect: { timeout, lookup } });
  const trusted = new Agent({ ...limits, connect: { timeout } });
  return {
    async fetch(url, init) {
      const isTrusted = checkClipUrl(url, trustedOrigin).origin === trustedOrigin;
      if (isTrusted && trustedFetch) return trustedFetch(url, init);
      return requestOnce(isTrusted ? trusted : guarded, url, init);
    },
    close: (grace = startGrace()) => closeAgents([guarded, trusted], grace),
  };
}
