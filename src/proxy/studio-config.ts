/** `GET /api/config`: the studio's configuration, without secrets. */
import type { StudioConfig } from "#contract/config.ts";
import { MODEL_ID } from "#kirin/parameters.ts";
import type { ProxySettings } from "./options.ts";
import { usableKey } from "./upstream/usable-key.ts";

export function studioConfig(
  { upstream, limits }: ProxySettings,
  isSignedIn: boolean | null,
): StudioConfig {
  return {
    upstream: upstream.kind,
    model: MODEL_ID,
    hasKey: usableKey(upstream) !== null,
    createTimeoutMs: limits.createTimeoutMs,
    readTimeoutMs: limits.readTimeoutMs,
    pollMinMs: limits.pollMinMs,
    ...(isSignedIn !== null && { isSignedIn }),
  };
}
