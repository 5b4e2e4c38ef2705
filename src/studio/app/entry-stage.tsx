import { mayBeOnDevice } from "#studio/domain/clip-keeping.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { fillForm } from "#studio/features/compose/fill-form.ts";
import { EndSeen } from "#studio/features/generations/end-seen.tsx";
import { recheck } from "#studio/features/generations/submit.ts";
import { UnfinishedStage } from "#studio/features/generations/unfinished-stage.tsx";
import { Player } from "#studio/features/player/player.tsx";

/** What stands on the stage for one generation: its clip, its waiting, or why there is none. */
export function EntryStage({ entry }: { entry: LibraryEntry }) {
  return (
    <>
      <EndSeen entry={entry} />
      <Stage entry={entry} />
    </>
  );
}

function Stage({ entry }: { entry: LibraryEntry }) {
  const { generation, phase, request } = entry;
  if (phase === "completed" && generation !== null && generation.clips.length > 0) {
    return (
      <Player
        key={entry.id}
        clips={generation.clips}
        request={request}
        mayHaveCopies={mayBeOnDevice(entry)}
        onRetry={() => recheck(entry.id)}
      />
    );
  }
  return <UnfinishedStage entry={entry} onUseSettings={() => fillForm(request)} />;
}
