import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import type { Mode } from "#kirin/parameters.ts";
import { type PricedRequest, quoteOptions } from "#studio/api/quote.ts";
import { formatUsd, sumUsd, timesUsd } from "#studio/domain/money.ts";
import { toRequest } from "#studio/domain/request-draft.ts";
import type { ComposeFormHandle } from "./form.ts";

interface Price {
  /** Decimal string. */
  cost: string;
  currency: string;
}

/** What the form would cost in a mode, or null until it is known. The prompt has no part in it. */
export function usePrice(form: ComposeFormHandle, mode: Mode): Price | null {
  const { data } = useQuery(quoteOptions(usePricedRequest(form, mode)));
  if (data?.ok !== true || data.value.cost === null) return null;
  return { cost: data.value.cost, currency: data.value.currency };
}

function usePricedRequest(form: ComposeFormHandle, mode: Mode): PricedRequest {
  const [sound, aspectRatio, duration, watermark] = useWatch({
    control: form.control,
    name: ["sound", "aspect_ratio", "duration", "watermark"],
  });
  const draft = { ...form.getValues(), sound, aspect_ratio: aspectRatio, duration, watermark };
  return toRequest(draft, mode);
}

/** A price as it is read, or null. */
export function priceText(price: Price | null): string | null {
  if (price === null) return null;
  return price.currency === "USD" ? formatUsd(price.cost) : `${price.cost} ${price.currency}`;
}

/** Two prices added up, or null when one is not known or they are in different units. */
export function sumPrices(left: Price | null, right: Price | null): Price | null {
  if (left === null || right === null || left.currency !== right.currency) return null;
  return { cost: sumUsd([left.cost, right.cost]), currency: left.currency };
}

/** A price so many times over. */
export function timesPrice(price: Price | null, count: number): Price | null {
  return price && { ...price, cost: timesUsd(price.cost, count) };
}
