import {
  costOf,
  type PricedRequest,
  pricedBody,
  QUOTE_STALE_MS,
  requestQuote,
  storedQuote,
} from "./quote.ts";

/** A price as the proxy reports it. */
interface QuotedPrice {
  cost: string;
  currency: string;
}

/**
 * The price of a request outside React. Uses a recent one without asking, and the last known one if none can be read.
 * Null if none is known.
 */
export async function readPrice(priced: PricedRequest): Promise<QuotedPrice | null> {
  const { queryKey, body } = pricedBody(priced);
  const known = storedQuote(queryKey);
  const isRecent = known !== undefined && Date.now() - Date.parse(known.at) < QUOTE_STALE_MS;
  const answer = isRecent ? known : await requestQuote(queryKey, body);
  const quote = costOf(answer) === null ? known : answer;
  if (!quote?.ok || quote.value.cost === null) return null;
  return { cost: quote.value.cost, currency: quote.value.currency };
}
