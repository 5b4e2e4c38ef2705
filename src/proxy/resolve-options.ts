/** Applies the default options and creates the proxy's state. */

import { createClipTypeCache } from "./clips/clip-type-cache.ts";
import { createClipUrlCache } from "./clips/clip-url-cache.ts";
import { systemClock } from "./clock.ts";
import { createSharedReads } from "./generations/shared-reads.ts";
import { createMetrics } from "./metrics/proxy-metrics.ts";
import { defaultLimits, type ProxyOptions, type ProxySettings } from "./options.ts";

type ResolvableOptions = Pick<
  ProxyOptions,
  "upstream" | "clipFetch" | "clock" | "newRequestId" | "limits"
>;

/** Applies the default options and creates empty caches and metrics. */
export function resolveOptions(
  options: ResolvableOptions,
  createsInFlight: () => number = () => 0,
): ProxySettings {
  const { upstream, clipFetch, clock = systemClock } = options;
  const limits = { ...defaultLimits(upstream.kind), ...options.limits };
  return {
    upstream,
    clipFetch,
    clipTypeCache: createClipTypeCache(),
    clipUrlCache: createClipUrlCache(clock, limits.clipAddressMs),
    reads: createSharedReads(clock),
    metrics: createMetrics(createsInFlight),
    clock,
    newRequestId: options.newRequestId ?? (() => crypto.randomUUID()),
    limits,
  };
}
