/** What a host left open, and what one proxy keeps in memory. */
import { createClipAddresses } from "./clip-addresses.ts";
import { createClipTypes } from "./clip-types.ts";
import { systemClock } from "./clock.ts";
import { defaultLimits, type ProxyOptions, type ProxySettings } from "./options.ts";
import { createSharedReads } from "./shared-reads.ts";

type SettledOptions = Pick<
  ProxyOptions,
  "upstream" | "clipFetch" | "clock" | "newRequestId" | "limits"
>;

/** Fills in every option, and gives the proxy an empty memory. */
export function settleOptions(options: SettledOptions): ProxySettings {
  const { upstream, clipFetch, clock = systemClock } = options;
  const limits = { ...defaultLimits(upstream.kind), ...options.limits };
  return {
    upstream,
    clipFetch,
    clipTypes: createClipTypes(),
    clipAddresses: createClipAddresses(clock, limits.clipAddressMs),
    reads: createSharedReads(),
    clock,
    newRequestId: options.newRequestId ?? (() => crypto.randomUUID()),
    limits,
  };
}
