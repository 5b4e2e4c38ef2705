/** The configuration of the studio, from the proxy. */
import { queryOptions } from "@tanstack/react-query";
import { configSchema, type StudioConfig } from "#contract/config.ts";
import { CONFIG_PATH } from "#contract/routes.ts";
import { type ApiResult, request } from "./http.ts";

const CONFIG_RETRY_MS = 5000;
/** How often a studio with sign-in is asked whether the session still lasts. */
const SESSION_CHECK_MS = 15_000;
const CONFIG_STALE_MS = 5 * 60_000;

/** Reads the studio's configuration from the proxy. */
export function readConfig(signal?: AbortSignal): Promise<ApiResult<StudioConfig>> {
  return request(CONFIG_PATH, {
    schema: configSchema,
    ...(signal === undefined ? {} : { signal }),
  });
}

/** The studio's configuration, retried until it is known. Failures are data. */
export function configOptions() {
  return queryOptions({
    queryKey: ["config"],
    queryFn: ({ signal }) => readConfig(signal),
    networkMode: "always",
    // TanStack Query disables this by default for the network mode "always".
    refetchOnReconnect: true,
    retry: false,
    staleTime: ({ state }) => (state.data?.ok === false ? 0 : CONFIG_STALE_MS),
    refetchInterval: ({ state: { data } }) => {
      if (data?.ok === false) return CONFIG_RETRY_MS;
      return data?.value.isSignedIn === undefined ? false : SESSION_CHECK_MS;
    },
  });
}
