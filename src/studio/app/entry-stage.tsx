import { outcomeOf } from "#studio/domain/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { fillForm } from "#studio/features/compose/fill-form.ts";
import { FailureStage } from "#studio/features/generations/failure-stage.tsx";
import { recheck } from "#studio/features/generations/submit.ts";
import { WaitingStage } from "#studio/features/generations/waiting-stage.tsx";
import { Player } from "#studio/features/player/player.tsx";

/** What stands on the stage for one generation: its clip, its waiting, or why there is none. */
export function EntryStage({ entry }: { entry: LibraryEntry }) {
  const { generation, phase, request } = entry;
  if (phase === "completed" && generation !== null && generation.clips.length > 0) {
    return (
      <Player
        key={entry.id}
        clips={generation.clips}
        request={request}
        onRetry={() => recheck(entry.id)}
      />
    );
  }
  if (outcomeOf(entry) !== null) {
    return <FailureStage entry={entry} onUseSettings={() => fillForm(request)} />;
  }
  return <WaitingStage entry={entry} />;
}
