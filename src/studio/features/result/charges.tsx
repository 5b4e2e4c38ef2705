import type { Usage } from "#contract/generation.ts";
import { without } from "#kirin/json.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { formatUsd } from "#studio/domain/money.ts";
import { Facts } from "#studio/ui/facts.tsx";
import {
  cost as costLabel,
  metadata as metadataLabel,
  notCharged,
  notReported,
  notYet,
  usage as usageLabel,
} from "#words/result.ts";
import { DataTree } from "./data-tree.tsx";

/** What a generation cost, and all else that Kirin reported about it, as it was reported. */
export function Charges({ entry }: { entry: LibraryEntry }) {
  const { generation, phase } = entry;
  const usage = generation?.usage ?? null;
  const cost = usage?.cost ?? null;
  const absent = absence(phase === "ended", generation?.status === "failed");
  const reported = usage && reportedBesideCost(usage);
  const metadata = generation?.metadata ?? null;
  const items = [
    {
      label: costLabel,
      value:
        cost === null ? (
          <span className="text-muted">{absent}</span>
        ) : (
          <span className="text-20 font-semibold">{formatUsd(cost)}</span>
        ),
    },
    {
      label: usageLabel,
      value: reported ? (
        <DataTree value={reported} />
      ) : (
        <span className="text-muted">{cost === null ? absent : notReported}</span>
      ),
    },
  ];
  if (metadata) items.push({ label: metadataLabel, value: <DataTree value={metadata} /> });
  return <Facts items={items} className="items-baseline gap-y-3" />;
}

function absence(hasEnded: boolean, hasFailed: boolean): string {
  if (!hasEnded) return notYet;
  return hasFailed ? notCharged : notReported;
}

/** Usage without the cost, which stands above it, and without what the answer left out. */
function reportedBesideCost(usage: Usage): Record<string, unknown> | null {
  const rest = without(usage, usage.discount === null ? ["cost", "discount"] : ["cost"]);
  return Object.keys(rest).length > 0 ? rest : null;
}
