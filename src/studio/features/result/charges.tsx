import type { ReactNode } from "react";
import type { Usage } from "#contract/generation.ts";
import { without } from "#kirin/values/json.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/result.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { costsOf } from "#studio/domain/usage/costs.ts";
import { formatAmounts } from "#studio/format/money.ts";
import { Facts } from "#studio/ui/facts.tsx";
import { DataTree } from "./data-tree.tsx";

/** The exact cost of a generation. */
export function Cost({ entry }: { entry: LibraryEntry }) {
  const cost = formatAmounts(costsOf(entry));
  const value =
    cost === null ? (
      <MutedText>{missingCostReason(entry)}</MutedText>
    ) : (
      <span className="text-20 font-semibold">{cost}</span>
    );
  return (
    <Facts
      items={[{ label: common.cost, value }]}
      className="*:items-baseline @lg:grid-cols-[auto_auto]"
    />
  );
}

/** Other usage data as Kirin reported it. Hidden while the missing cost already explains everything. */
export function OtherUsage({ entry }: { entry: LibraryEntry }) {
  const { generation, phase } = entry;
  const isFinished = phase === "completed";
  if (!isFinished && !generation?.usage && !generation?.metadata) return null;
  const usage = generation?.usage ? reportedBesideCost(generation.usage) : null;
  const items = [
    {
      label: common.usage,
      value: usage ? <DataTree value={usage} /> : <MutedText>{missingCostReason(entry)}</MutedText>,
    },
  ];
  if (generation?.metadata) {
    items.push({ label: messages.metadata, value: <DataTree value={generation.metadata} /> });
  }
  return (
    <div className="border-t border-line pt-4">
      <Facts items={items} className="gap-y-3" />
    </div>
  );
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
