/** A price before anything is created. */
import { queryOptions } from "@tanstack/react-query";
import { type QuoteAnswer, quoteSchema } from "#contract/quote.ts";
import { QUOTES_PATH } from "#contract/routes.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { resolveRequest } from "#kirin/request.ts";
import { type ApiResult, request } from "./http.ts";

/** The parts of a request that decide its price. */
export type PricedRequest = Omit<KirinRequest, "prompt"> & { prompt?: string };

// The words of a prompt do not change its price, and nothing private has to leave for a quote.
const STAND_IN_PROMPT = "A quiet sea at dusk";
const QUOTE_STALE_MS = 10 * 60_000;
/** A gateway without quotes is asked rarely: Kirin may only have been away when it was asked first. */
const NO_QUOTE_STALE_MS = 60_000;
const RETRY_MS = 5000;

/** A quote, and whether it is the answer to the latest question or an earlier one kept because that question failed. */
export type Quoted = ApiResult<QuoteAnswer> & { isLastKnown: boolean };

/**
 * The price of a request, asked for once for each mode, sound, duration, ratio and watermark. Failures are data. A price
 * that was known stays, marked as last known, while a new one cannot be had: offline, or with the server or Kirin away.
 */
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
    queryFn: async ({ signal, client, queryKey }): Promise<Quoted> => {
      const answer = await request(QUOTES_PATH, { schema: quoteSchema, body, signal });
      if (costOf(answer) !== null) return { ...answer, isLastKnown: false };
      const before = client.getQueryData<Quoted>(queryKey);
      return costOf(before) === null || before === undefined
        ? { ...answer, isLastKnown: false }
        : { ...before, isLastKnown: true };
    },
    networkMode: "always",
    // TanStack Query turns this off by itself for the network mode "always".
    refetchOnReconnect: true,
    retry: false,
    // A last known price has to outlive the screens that show it.
    gcTime: Number.POSITIVE_INFINITY,
    staleTime: ({ state: { data } }) =>
      isUnanswered(data) ? 0 : costOf(data) === null ? NO_QUOTE_STALE_MS : QUOTE_STALE_MS,
    refetchInterval: ({ state: { data } }) => (isUnanswered(data) ? RETRY_MS : false),
  });
}

function costOf(quoted: ApiResult<QuoteAnswer> | undefined): string | null {
  return quoted?.ok ? quoted.value.cost : null;
}

function isUnanswered(quoted: Quoted | undefined): boolean {
  return quoted !== undefined && (!quoted.ok || quoted.isLastKnown);
}
