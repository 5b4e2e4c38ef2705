/** What a clip costs: the public list prices of this model family, per second. */
import Big from "big.js";
import type { ResolvedRequest } from "#kirin/request.ts";

/** USD per second. 5 s of std come to 0.21, 10 s of pro with sound to 1.68. */
const UNIT_PRICES = { std: "0.042", pro: "0.084", proWithSound: "0.168" } as const;

export interface Price {
  /** Decimal string in USD. */
  cost: string;
  /** Factor on the list price; nothing is ever reduced here. */
  discount: 1;
  /** Seconds. */
  quantity: number;
  /** Decimal string in USD per second. */
  unitPrice: string;
}

/** The price of a request; exact, since no float touches it. */
export function priceOf(request: ResolvedRequest): Price {
  const unitPrice =
    request.mode === "std"
      ? UNIT_PRICES.std
      : request.sound
        ? UNIT_PRICES.proWithSound
        : UNIT_PRICES.pro;
  return {
    cost: new Big(unitPrice).times(request.durationSeconds).toFixed(),
    discount: 1,
    quantity: request.durationSeconds,
    unitPrice,
  };
}
