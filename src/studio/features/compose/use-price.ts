import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import type { Mode } from "#kirin/parameters.ts";
import {
  isDecimalAmount,
  type Money,
  multiplyMoney,
  sumMoney,
  unitOf,
} from "#kirin/values/money.ts";
import * as messages from "#messages/compose.ts";
import { type PricedRequest, quoteOptions } from "#studio/api/quote.ts";
import { toRequest } from "#studio/domain/submit/request-draft.ts";
import { formatAmounts } from "#studio/format/money.ts";
import type { ComposeFormHandle } from "./form.ts";

/** A price, and whether it is current. */
export interface Price {
  /** One amount per unit. */
  amounts: readonly Money[];
  /** A newer price couldn't be loaded. */
  isLastKnown: boolean;
  /** ISO time when the price was reported. Of several prices, the earliest. */
  at: string;
}

/** The price of the form's request in a mode, or null until it is known. It does not depend on the prompt. */
export function usePrice(form: ComposeFormHandle, mode: Mode): Price | null {
  const { data } = useQuery(quoteOptions(usePricedRequest(form, mode)));
  if (data?.ok !== true || data.value.cost === null) return null;
  const { cost, currency } = data.value;
  return {
    amounts: [{ amount: cost, unit: unitOf(currency) }],
    isLastKnown: data.isLastKnown,
    at: data.at,
  };
}

function usePricedRequest(form: ComposeFormHandle, mode: Mode): PricedRequest {
  const [sound, aspectRatio, duration, watermark] = useWatch({
    control: form.control,
    name: ["sound", "aspect_ratio", "duration", "watermark"],
  });
  const draft = { ...form.getValues(), sound, aspect_ratio: aspectRatio, duration, watermark };
  return toRequest(draft, mode);
}

/** The price as text, marked if it is only the last known one; or null. */
export function priceText(price: Price | null): string | null {
  const text = amountText(price);
  return text !== null && price?.isLastKnown === true ? messages.lastKnown(text) : text;
}

/** The price as text without the mark, for places that show the mark separately; or null. */
export function amountText(price: Price | null): string | null {
  return price && formatAmounts(price.amounts);
}

/** The sum of two prices, per unit. Null if one is unknown or not a plain number. */
export function sumPrices(left: Price | null, right: Price | null): Price | null {
  if (left === null || right === null) return null;
  const parts = [...left.amounts, ...right.amounts];
  if (!parts.every(isDecimalAmount)) return null;
  return {
    amounts: sumMoney(parts),
    isLastKnown: left.isLastKnown || right.isLastKnown,
    at: [left.at, right.at].sort()[0] ?? left.at,
  };
}

/** A price multiplied by a count. */
export function multiplyPrice(price: Price | null, count: number): Price | null {
  return price && { ...price, amounts: price.amounts.map((part) => multiplyMoney(part, count)) };
}
