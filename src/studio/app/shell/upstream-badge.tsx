import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import * as messages from "#messages/shell.ts";
import { configOptions } from "#studio/api/config.ts";

/** Shown when clips come from the simulator; a click explains what that means. Hidden on the real service. */
export function UpstreamBadge() {
  const id = useId();
  const { data } = useQuery(configOptions());
  if (data?.ok !== true || data.value.upstream !== "simulator") return null;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="h-7 rounded-6 px-2 text-12 font-medium text-muted inset-ring inset-ring-line hover:bg-hover hover:text-ink pointer-coarse:h-11"
      >
        {messages.onTheSimulator}
      </button>
      <p
        id={id}
        popover="auto"
        className="fixed inset-auto top-12 right-4 m-0 max-w-64 rounded-10 bg-raised p-3 text-13 text-ink shadow-lg inset-ring inset-ring-line"
      >
        {messages.onTheSimulatorHint}
      </p>
    </>
  );
}
