/** Reads a task's cost from `usage` and `billing`. Source: the reference page and the observed wire facts. */
import { isRecord, type JsonRecord, without } from "./values/json.ts";
import {
  isDecimalAmount,
  type Money,
  PACK_UNIT,
  readAmount,
  sumMoney,
  unitOf,
} from "./values/money.ts";

/** The reported cost of a task. */
export interface TaskUsage {
  /**
   * A decimal string with every digit, the original text if it is not a number, or null if there is no single
   * amount.
   */
  cost: string | null;
  /** As reported and only displayed. Sources disagree on its meaning, so it is not used for calculations. */
  discount: number | string | null;
  /** All other fields by Kirin's names, such as `currency` (of the cost; USD if absent) and `billing`. */
  rest: JsonRecord;
}

/** The fields of a usage that contain charges. */
interface ReportedCost {
  cost: string | null;
  currency?: unknown;
  billing?: unknown;
}

/**
 * Reads a completed task's `usage` and `billing`, or returns null if it has neither. `usage.cost` is the total
 * and takes precedence. Without it, the cost is the sum of `billing` if that has a single unit. A cost without
 * a currency takes the currency of billing with the same amount.
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

/** The charges, one amount per unit, or an empty list. */
export function chargesOf({ cost, currency, billing }: ReportedCost): Money[] {
  if (cost !== null) return [{ amount: cost, unit: unitOf(currency) }];
  const lines = (Array.isArray(billing) ? billing : [billing]).flatMap((line: unknown): Money[] => {
    const amount = isRecord(line) ? readAmount(line.amount) : null;
    return isRecord(line) && amount !== null ? [{ amount, unit: unitOfLine(line, currency) }] : [];
  });
  const charges = [...sumMoney(lines), ...lines.filter((line) => !isDecimalAmount(line))];
  // If a resource pack pays for everything, billing also has a cash line of 0.
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

/** A discount as reported, number or text, or null. */
export function readDiscount(value: unknown): number | string | null {
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
