/** The last known prices, kept across reloads so that they can be shown when no price can be read. */
import * as z from "zod/mini";

const QUOTES_KEY = "kirin-studio.quotes";

const quotesSchema = z.array(
  z.object({ settings: z.string(), cost: z.string(), currency: z.string(), at: z.string() }),
);
/** A price for a combination of settings, and the ISO time when Kirin reported it. */
export type LastQuote = z.infer<typeof quotesSchema>[number];

/** All last known prices, the latest first. Empty if there are none, or if they can't be read. */
export function readLastQuotes(): LastQuote[] {
  try {
    return z.parse(quotesSchema, JSON.parse(localStorage.getItem(QUOTES_KEY) ?? "[]"));
  } catch {
    return [];
  }
}

/** Keeps a price. There are at most as many as there are combinations of settings. */
export function saveLastQuote(quote: LastQuote): void {
  const others = readLastQuotes().filter(({ settings }) => settings !== quote.settings);
  try {
    localStorage.setItem(QUOTES_KEY, JSON.stringify([quote, ...others]));
  } catch {
    // Storage is blocked or full: the price is known until the page is closed.
  }
}
