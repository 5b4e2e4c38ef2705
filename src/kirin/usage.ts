/** What a task was charged, out of `usage` and `billing`. Source: the reference page and the observed wire facts. */
import { isRecord, type JsonRecord, without } from "./json.ts";
import { isCountable, type Money, PACK_UNIT, readAmount, sumMoney, unitOf } from "./money.ts";

/** What a task cost, as reported. */
export interface TaskUsage {
  /** A decimal string with every digit; the text as it came where it is no plain number; null where there is no one figure. */
  cost: string | null;
  /** As reported, for show only: pages and answers disagree on its meaning, so no arithmetic with it. */
  discount: number | string | null;
  /** Everything else, by Kirin's own names: `currency` (of the cost; USD where it is absent), `billing`, and what else came. */
  rest: JsonRecord;
}

/** The parts of a usage that say what was charged. */
interface ReportedCost {
  cost: string | null;
  currency?: unknown;
  billing?: unknown;
}

/**
 * Reads a completed task's `usage` and `billing`; null where it has neither. `usage.cost` is the total, so it wins. Without
 * one, the cost is what `billing` adds up to, if that is one figure in one unit. A cost without a currency has the currency
 * of a bill over the same amount.
 */
export function readUsage(usage: unknown, billing: unknown): TaskUsage | null {
  if (!isRecord(usage) && !isBill(billing)) return null;
  const reported: JsonRecord = {
    ...(isBill(billing) && { billing }),
    ...(isRecord(usage) && usage),
  };
  const stated = readAmount(reported.cost);
  const [billed, ...others] = chargesOf({ ...reported, cost: null });
  const only = others.length === 0 ? billed : undefined;
  const isUnitKnown = reported.currency !== undefined && reported.currency !== null;
  const isSame = stated === null || (only !== undefined && isSameAmount(stated, only));
  return {
    cost: stated ?? only?.amount ?? null,
    discount: readDiscount(reported.discount),
    rest: {
      ...without(reported, ["cost", "discount"]),
      ...(only !== undefined && isSame && !isUnitKnown && { currency: only.unit }),
    },
  };
}

/** What was charged, one amount for each unit; empty where nothing is reported. */
export function chargesOf({ cost, currency, billing }: ReportedCost): Money[] {
  if (cost !== null) return [{ amount: cost, unit: unitOf(currency) }];
  const lines = (Array.isArray(billing) ? billing : [billing]).flatMap((line: unknown): Money[] => {
    const amount = isRecord(line) ? readAmount(line.amount) : null;
    return isRecord(line) && amount !== null ? [{ amount, unit: unitOfLine(line, currency) }] : [];
  });
  const charges = [...sumMoney(lines), ...lines.filter((line) => !isCountable(line))];
  // A pack that pays for everything leaves a line of no cash.
  const paid = charges.filter(({ amount }) => amount !== "0");
  return paid.length > 0 ? paid : charges.slice(0, 1);
}

function unitOfLine({ charge_type, currency }: JsonRecord, fallback: unknown): string {
  const named = currency ?? fallback;
  return named == null && charge_type === "unit" ? PACK_UNIT : unitOf(named);
}

function isBill(billing: unknown): boolean {
  return (Array.isArray(billing) && billing.length > 0) || isRecord(billing);
}

function isSameAmount(amount: string, { amount: other, unit }: Money): boolean {
  const [sum] = sumMoney([{ amount, unit }]);
  return (sum?.amount ?? amount) === other;
}

/** A discount as reported, a text too; null where there is none. */
export function readDiscount(value: unknown): number | string | null {
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
