/** Formats money. Every digit is shown, and an amount that is not a plain number is shown as reported. */
import type { QuoteAnswer } from "#contract/quote.ts";
import { isDecimalAmount, type Money, USD, unitOf } from "#kirin/values/money.ts";
import { formatDollars } from "#messages/common.ts";
import * as messages from "#messages/money.ts";
import { excerpt } from "./excerpt.ts";

const CENTS = 2;
const TEXT_CHARACTERS_MAX = 40;

/** One amount: `$0.35`, `$1.00`, `35 credits`, `2.50 CNY`, `0,35 USD (as reported)`. */
export function formatMoney(money: Money): string {
  const { amount, unit } = money;
  if (!isDecimalAmount(money)) return messages.asReported(reportedText(money));
  const isNegative = amount.startsWith("-");
  const digits = isNegative ? amount.slice(1) : amount;
  const sign = isNegative ? "−" : "";
  if (unit !== USD) return sign + messages.amountIn(digits, unit);
  const [whole = "0", fraction = ""] = digits.split(".");
  return sign + formatDollars(whole, fraction.padEnd(CENTS, "0"));
}

/** Several amounts on one line: `$0.91 + 35 credits`. Null if there are none. */
export function formatAmounts(amounts: readonly Money[]): string | null {
  return amounts.length === 0 ? null : messages.together(amounts.map(formatMoney));
}

/** The price of a request, or null if it is not known. */
export function formatQuote(quote: QuoteAnswer | null): string | null {
  if (quote === null || quote.cost === null) return null;
  return formatMoney({ amount: quote.cost, unit: unitOf(quote.currency) });
}

/** Omits the unit if the amount already contains one, as in "€ 0,35". */
function reportedText({ amount, unit }: Money): string {
  const text = excerpt(amount, TEXT_CHARACTERS_MAX);
  return /[\p{L}\p{Sc}]/u.test(amount) ? text : messages.amountIn(text, unit);
}
