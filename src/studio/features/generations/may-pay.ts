/** Asks the creator before requests are sent that cost more than the amount in the preferences. */
import type { KirinRequest } from "#kirin/request.ts";
import { isDecimalAmount, type Money, sumMoney, unitOf } from "#kirin/values/money.ts";
import { cancel } from "#messages/common.ts";
import * as messages from "#messages/spending.ts";
import { readPrice } from "#studio/api/read-price.ts";
import { isAboveLimit } from "#studio/domain/submit/spending.ts";
import { formatAmounts, formatMoney } from "#studio/format/money.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { pageAsk } from "#studio/ui/overlays/page-question.ts";

/** Resolves to whether the requests may be sent. Asks at most once, however many they are. */
export async function mayPay(requests: readonly KirinRequest[]): Promise<boolean> {
  const { askAbove } = preferences.getState();
  if (askAbove === null) return true;
  const price = await priceOf(requests);
  if (!isAboveLimit(price, askAbove)) return true;
  const ask = pageAsk.getState();
  // Without a dialog to ask in, nothing is spent.
  if (ask === null) return false;
  const text = price && formatAmounts(price);
  return ask({
    title: text === null ? messages.spendUnknownTitle : messages.spendTitle(text),
    detail: messages.spendDetail(requests.length, formatMoney(askAbove)),
    confirmLabel: text === null ? messages.spendUnknownConfirm : messages.spendConfirm(text),
    cancelLabel: cancel,
  });
}

/** The price of all requests together, per unit. Null if one of them is unknown or not a number. */
async function priceOf(requests: readonly KirinRequest[]): Promise<Money[] | null> {
  const parts: Money[] = [];
  for (const request of requests) {
    const price = await readPrice(request);
    if (price === null) return null;
    parts.push({ amount: price.cost, unit: unitOf(price.currency) });
  }
  return parts.every(isDecimalAmount) ? sumMoney(parts) : null;
}
