/**
 * Sends the simulator's callbacks in the Node host. A creator chooses the address, so it may not lead into the
 * server's network. The address is checked while connecting, as for clips.
 */
import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent } from "undici";
import { startGrace } from "#hosts/node/grace.ts";
import { isLoopbackHost } from "#proxy/access/host-name.ts";
import { ClipAddressRefused, isIpAddress, isPublicAddress } from "#proxy/clips/clip-address.ts";
import { closeAgents } from "./close-agents.ts";
import { guardedLookup } from "./guarded-lookup.ts";
import { requestOnce } from "./undici-response.ts";

const CONNECT_TIMEOUT_MS = 8_000;

export interface CallbackFetchOptions {
  /** Whether this machine may be called too. Only for a server that nobody else can use. */
  mayCallLoopback: boolean;
  lookup?: LookupFunction;
}

export interface CallbackFetch {
  fetch(request: Request): Promise<Response>;
  /** Rejects new calls and waits for calls in flight until `grace` ends. */
  close(grace?: AbortSignal): Promise<void>;
}

/** Creates the transport. Calls to any other address than a public one reject with `ClipAddressRefused`. */
export function createCallbackFetch(options: CallbackFetchOptions): CallbackFetch {
  const { mayCallLoopback, lookup = systemLookup } = options;
  const isAllowed = (address: string) =>
    isPublicAddress(address) || (mayCallLoopback && isLoopbackHost(address));
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, lookup: guardedLookup(lookup, isAllowed) },
  });
  return {
    async fetch({ url, headers, body, signal }) {
      // An address is not looked up, so it is checked here. URL parsing has normalised forms such as 0x7f.1.
      const { hostname } = new URL(url);
      if (isIpAddress(hostname) && !isAllowed(hostname)) throw new ClipAddressRefused();
      return requestOnce(agent, url, {
        method: "POST",
        headers: Object.fromEntries(headers),
        body: await new Response(body).text(),
        redirect: "manual",
        signal,
      });
    },
    close: (grace = startGrace()) => closeAgents([agent], grace),
  };
}
