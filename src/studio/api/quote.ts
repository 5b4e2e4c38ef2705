/** Reads the price of a request before it is created. */
import { queryOptions } from "@tanstack/react-query";
import { type QuoteAnswer, quoteSchema } from "#contract/quote.ts";
import { QUOTES_PATH } from "#contract/routes.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { resolveRequest } from "#kirin/request.ts";
import { type ApiResult, request } from "./http.ts";
import { readLastQuotes, saveLastQuote } from "./last-quotes.ts";

/** The parts of a request that decide its price. */
export type PricedRequest = Omit<KirinRequest, "prompt"> & { prompt?: string };

// The prompt does not affect the price, so the creator's own text is not sent.
const STAND_IN_PROMPT = "A quiet sea at dusk";
export const QUOTE_STALE_MS = 10 * 60_000;
/** A gateway without quotes is asked again only rarely. Kirin may just have been unavailable at first. */
const NO_QUOTE_STALE_MS = 60_000;
const RETRY_MS = 5000;

/** A quote. `isLastKnown` marks an earlier quote that is kept because the latest request failed. */
export type Quoted = ApiResult<QuoteAnswer> & {
  isLastKnown: boolean;
  /** ISO time when the price was reported. */
  at: string;
};

/**
 * The price of a request, cached by mode, sound, duration, ratio and watermark. Failures are data. If a new price
 * cannot be read because the device is offline or the server or Kirin is unavailable, the last known price stays and is
 * marked as such.
 */
export function quoteOptions(priced: PricedRequest) {
  const { queryKey, body } = pricedBody(priced);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<Quoted> => {
      const answer = await requestQuote(queryKey, body, signal);
      if (costOf(answer) !== null) return answer;
      const before = client.getQueryData<Quoted>(queryKey) ?? storedQuote(queryKey);
      return costOf(before) === null || before === undefined
        ? answer
        : { ...before, isLastKnown: true };
    },
    networkMode: "always",
    // TanStack Query disables this by default for the network mode "always".
    refetchOnReconnect: true,
    retry: false,
    // The last known price must outlive the screens that show it.
    gcTime: Number.POSITIVE_INFINITY,
    staleTime: ({ state: { data } }) =>
      isUnanswered(data) ? 0 : costOf(data) === null ? NO_QUOTE_STALE_MS : QUOTE_STALE_MS,
    refetchInterval: ({ state: { data } }) => (isUnanswered(data) ? RETRY_MS : false),
  });
}

type QuoteKey = readonly unknown[];

/** Asks Kirin for a price, and keeps the answer. */
export async function requestQuote(
  queryKey: QuoteKey,
  body: KirinRequest,
  signal?: AbortSignal,
): Promise<Quoted> {
  const answer = await request(QUOTES_PATH, {
    schema: quoteSchema,
    body,
    ...(signal && { signal }),
  });
  const at = new Date().toISOString();
  if (answer.ok && answer.value.cost !== null) {
    const { cost, currency } = answer.value;
    saveLastQuote({ settings: queryKey.join(" "), cost, currency, at });
  }
  return { ...answer, isLastKnown: false, at };
}

/** The last known price. */
export function storedQuote(queryKey: QuoteKey): Quoted | undefined {
  const wanted = queryKey.join(" ");
  const last = readLastQuotes().find(({ settings }) => settings === wanted);
  if (last === undefined) return undefined;
  const { cost, currency, at } = last;
  return { ok: true, value: { cost, currency, discount: null }, isLastKnown: true, at };
}

/** The cache key of a price, and the request that asks for it. */
export function pricedBody(priced: PricedRequest): { queryKey: QuoteKey; body: KirinRequest } {
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
  return { queryKey: ["quote", mode, sound, durationSeconds, aspectRatio, watermark], body };
}

/** The amount of a quote, or null. */
export function costOf(quoted: Quoted | undefined): string | null {
  return quoted?.ok ? quoted.value.cost : null;
}

function isUnanswered(quoted: Quoted | undefined): boolean {
  return quoted !== undefined && (!quoted.ok || quoted.isLastKnown);
}
