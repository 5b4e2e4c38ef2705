/** What stands on the stage in place of a clip. */
import { isQueued } from "#studio/domain/entry-rules.ts";
import { outcomeOf } from "#studio/domain/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { FailureStage } from "./failure-stage.tsx";
import { HeldStage } from "./held-stage.tsx";
import { useNow } from "./use-now.ts";
import { WaitingStage } from "./waiting-stage.tsx";

interface UnfinishedStageProps {
  entry: LibraryEntry;
  onUseSettings: () => void;
}

/** A journalled entry that has not left after this time waits for others; before, it is just about to. */
const ITS_TURN_MS = 2000;

/** Why there is no clip, or not yet: it waits to be sent, Kirin is at work, or it came out otherwise. */
export function UnfinishedStage({ entry, onUseSettings }: UnfinishedStageProps) {
  if (outcomeOf(entry) !== null) {
    return <FailureStage entry={entry} onUseSettings={onUseSettings} />;
  }
  if (entry.phase === "prepared") return <PreparedStage entry={entry} />;
  // One that is tried again stays where it is until the answer comes.
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
