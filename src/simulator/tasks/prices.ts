/**
 * The price of a clip, by the public list prices of this model family. For 5 and 10 s: std 0.21 and 0.42, pro
 * without sound 0.35 and 0.70, pro with sound 0.70 and 1.40.
 */
import Big from "big.js";
import type { ResolvedRequest } from "#kirin/request.ts";

/** USD per second. */
const UNIT_PRICES = { std: "0.042", pro: "0.07", proWithSound: "0.14" } as const;

const CENTS = 2;

export interface Price {
  /** Decimal string in USD. */
  cost: string;
  /** Factor on the list price; the simulator grants no discounts. */
  discount: 1;
  /** Seconds. */
  quantity: number;
  /** Decimal string in USD per second. */
  unitPrice: string;
}

/** The exact price of a request, computed without floats. */
export function priceOf(request: ResolvedRequest): Price {
  const unitPrice =
    request.mode === "std"
      ? UNIT_PRICES.std
      : request.sound
        ? UNIT_PRICES.proWithSound
        : UNIT_PRICES.pro;
  return {
    cost: new Big(unitPrice).times(request.durationSeconds).toFixed(CENTS),
    discount: 1,
    quantity: request.durationSeconds,
    unitPrice,
  };
}
