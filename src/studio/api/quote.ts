/** A price before anything is created. */
import { queryOptions } from "@tanstack/react-query";
import { quoteSchema } from "#contract/quote.ts";
import { QUOTES_PATH } from "#contract/routes.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { resolveRequest } from "#kirin/request.ts";
import { request } from "./http.ts";

/** The parts of a request that decide its price. */
export type PricedRequest = Omit<KirinRequest, "prompt"> & { prompt?: string };

// The words of a prompt do not change its price, and nothing private has to leave for a quote.
const STAND_IN_PROMPT = "A quiet sea at dusk";
const QUOTE_STALE_MS = 10 * 60_000;

/** The price of a request, asked for once for each mode, sound, duration, ratio and watermark. Failures are data. */
export function quoteOptions(priced: PricedRequest) {
  const { mode, sound, durationSeconds, aspectRatio, watermark } = resolveRequest({
    ...priced,
    prompt: STAND_IN_PROMPT,
  });
  const body: KirinRequest = {
    prompt: STAND_IN_PROMPT,
    mode,
    aspect_ratio: aspectRatio,
    duration: durationSeconds === 10 ? "10" : "5",
    ...(sound ? { sound: "on" as const } : {}),
    ...(watermark ? { watermark_info: { enabled: true } } : {}),
  };
  return queryOptions({
    queryKey: ["quote", mode, sound, durationSeconds, aspectRatio, watermark],
    queryFn: ({ signal }) => request(QUOTES_PATH, { schema: quoteSchema, body, signal }),
    networkMode: "always",
    retry: false,
    staleTime: ({ state }) => (state.data?.ok === false ? 0 : QUOTE_STALE_MS),
  });
}
