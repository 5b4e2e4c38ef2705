/** Decides whether the creator is asked before a press spends money. */
import Big from "big.js";
import { isDecimalAmount, type Money } from "#kirin/values/money.ts";

/**
 * Whether a price is above the limit. A price that is unknown, not a number or in another unit might be, so it counts
 * as above. `price` has one amount per unit, and is null if it is unknown.
 */
export function isAboveLimit(price: readonly Money[] | null, limit: Money): boolean {
  if (price === null) return true;
  return price.some(
    (part) =>
      part.unit !== limit.unit || !isDecimalAmount(part) || new Big(part.amount).gt(limit.amount),
  );
}
