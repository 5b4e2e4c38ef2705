/** The stage of a generation without a clip. */
import { isQueued } from "#studio/domain/life/entry-rules.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { useNow } from "../use-now.ts";
import { FailureStage } from "./failure-stage.tsx";
import { HeldStage } from "./held-stage.tsx";
import { WaitingStage } from "./waiting-stage.tsx";

interface UnfinishedStageProps {
  entry: LibraryEntry;
  onUseSettings: () => void;
}

/**
 * A prepared entry that has not been sent after this time is waiting for others. Before that it is about to be sent.
 */
const ITS_TURN_MS = 2000;

/** Shows that the generation is held, in progress or failed. */
export function UnfinishedStage({ entry, onUseSettings }: UnfinishedStageProps) {
  if (outcomeOf(entry) !== null) {
    return <FailureStage entry={entry} onUseSettings={onUseSettings} />;
  }
  if (entry.phase === "prepared") return <PreparedStage entry={entry} />;
  // A held entry that is being retried stays on the held stage until the response arrives.
  const isTriedAgain = entry.phase === "sending" && entry.hold !== null;
  return isQueued(entry) || isTriedAgain ? (
    <HeldStage entry={entry} />
  ) : (
    <WaitingStage entry={entry} />
  );
}

function PreparedStage({ entry }: { entry: LibraryEntry }) {
  const isWaiting = useNow() - Date.parse(entry.queuedAt) > ITS_TURN_MS;
  return isWaiting ? <HeldStage entry={entry} /> : <WaitingStage entry={entry} />;
}
