import { useQuery } from "@tanstack/react-query";
import { configOptions } from "#studio/api/config.ts";
import { Badge } from "#studio/ui/badge.tsx";
import * as words from "#words/shell.ts";

/** Says when clips come from the simulator, and when there is no key to make any. Silent on the real service. */
export function UpstreamBadge() {
  const { data } = useQuery(configOptions());
  if (data?.ok !== true) return null;
  if (data.value.upstream === "simulator") {
    return (
      <span title={words.onTheSimulatorHint}>
        <Badge>{words.onTheSimulator}</Badge>
      </span>
    );
  }
  if (data.value.hasKey) return null;
  return (
    <span title={words.keyMissingHint}>
      <Badge tone="danger">{words.keyMissing}</Badge>
    </span>
  );
}
