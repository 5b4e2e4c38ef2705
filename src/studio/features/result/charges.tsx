import Big from "big.js";
import type { ReactNode } from "react";
import type { Usage } from "#contract/generation.ts";
import { resolveRequest } from "#kirin/request.ts";
import { without } from "#kirin/values/json.ts";
import { isDecimalAmount, multiplyMoney, readAmount } from "#kirin/values/money.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/result.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { comparableCost, costsOf } from "#studio/domain/usage/costs.ts";
import { formatAmounts, formatMoney } from "#studio/format/money.ts";
import { Facts } from "#studio/ui/facts.tsx";
import { DataTree } from "./data-tree.tsx";

/** The exact cost of a generation, and the usage it comes from if that fits one line. */
export function Cost({ entry }: { entry: LibraryEntry }) {
  const cost = formatAmounts(costsOf(entry));
  const items = [
    {
      label: common.cost,
      value:
        cost === null ? (
          <MutedText>{missingCostReason(entry)}</MutedText>
        ) : (
          <span className="text-20 font-semibold">{cost}</span>
        ),
    },
  ];
  const product = productOf(entry);
  if (product !== null) items.push({ label: common.usage, value: <>{product}</> });
  return <Facts items={items} className="*:items-baseline" />;
}

/**
 * Usage beside the cost as Kirin reported it, where it fits no line. Hidden while the missing cost already explains
 * everything.
 */
export function OtherUsage({ entry }: { entry: LibraryEntry }) {
  const usage = entry.generation?.usage;
  if (productOf(entry) !== null || (entry.phase !== "completed" && !usage)) return null;
  const rest = usage ? reportedBesideCost(usage) : null;
  const value = rest ? (
    <DataTree value={rest} />
  ) : (
    <MutedText>{missingCostReason(entry)}</MutedText>
  );
  return (
    <div className="border-t border-line pt-4">
      <Facts items={[{ label: common.usage, value }]} />
    </div>
  );
}

/** "5 s × $0.042 = $0.21". Null unless quantity, unit price and discount give the cost exactly. */
function productOf(entry: LibraryEntry): string | null {
  const usage = entry.generation?.usage;
  const cost = comparableCost(entry);
  const quantity = readAmount(usage?.quantity);
  const amount = readAmount(usage?.unit_price);
  if (!usage || cost === null || quantity === null || amount === null) return null;
  const discount = readAmount(usage.discount) ?? "1";
  const unitPrice = { amount, unit: cost.unit };
  if (
    ![unitPrice, { ...unitPrice, amount: quantity }, { ...unitPrice, amount: discount }].every(
      isDecimalAmount,
    )
  )
    return null;
  const total = multiplyMoney(multiplyMoney(unitPrice, quantity), discount);
  if (!new Big(total.amount).eq(cost.amount)) return null;
  const { durationSeconds } = resolveRequest(entry.request);
  const count = Number(quantity);
  const factors = [
    count === durationSeconds ? common.seconds(count) : common.formatNumber(count),
    formatMoney(unitPrice),
  ];
  if (Number(discount) !== 1) factors.push(discount);
  return messages.product(factors, formatMoney(cost));
}

function MutedText({ children }: { children: ReactNode }) {
  return <span className="text-muted">{children}</span>;
}

/** Why there is no cost: it is too early, nothing is charged, or Kirin did not report it. */
function missingCostReason(entry: LibraryEntry): string {
  switch (outcomeOf(entry)) {
    case null:
      return messages.notYet;
    case "completed":
    case "lost":
      return common.notReported;
    case "failed":
      return messages.notCharged;
    case "refused":
      // Kirin says that the ID is used, so a task made under it may be charged.
      return entry.isConflict ? common.notReported : messages.notCreated;
    default:
      return messages.notCreated;
  }
}

/** Usage without the cost, which is shown above, and without the discount if there is none. */
function reportedBesideCost(usage: Usage): Record<string, unknown> | null {
  const rest = without(usage, usage.discount === null ? ["cost", "discount"] : ["cost"]);
  return Object.keys(rest).length > 0 ? rest : null;
}
