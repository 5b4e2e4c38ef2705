/** What the settings say about the connection to Kirin. */
import type { StudioConfig } from "#contract/config.ts";
import type { HoldReason, LibraryEntry } from "#studio/domain/life/library-entry.ts";

export type ConnectionState =
  | "unknown"
  | "offline"
  | "server-away"
  | "simulator"
  | "signed-out"
  | "no-key"
  | "key-refused"
  | "balance"
  | "kirin-away"
  | "live";

interface Known {
  isOnline: boolean;
  /** Undefined until the server has answered, null if it can't be reached. */
  config: StudioConfig | null | undefined;
  entries: readonly LibraryEntry[];
}

/** Reasons of held generations that are about the account or the connection, the most serious first. */
const TOLD_BY_HOLDS = ["key-refused", "balance", "kirin-away"] as const satisfies HoldReason[];

/** The state that the creator has to know first. Nothing is asked of Kirin: held generations tell what it refused. */
export function connectionState({ isOnline, config, entries }: Known): ConnectionState {
  if (!isOnline) return "offline";
  if (config === undefined) return "unknown";
  if (config === null) return "server-away";
  if (config.isSignedIn === false) return "signed-out";
  if (!config.hasKey) return "no-key";
  const holds = new Set(entries.map(({ hold }) => hold?.reason));
  const told = TOLD_BY_HOLDS.find((reason) => holds.has(reason));
  return told ?? (config.upstream === "simulator" ? "simulator" : "live");
}
