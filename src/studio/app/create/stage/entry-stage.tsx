import { useFillForm } from "#studio/app/form-filling.tsx";
import { isGone } from "#studio/domain/life/clip-saving.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { fieldAtFault } from "#studio/domain/submit/field-at-fault.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { generations } from "#studio/features/generations/studio-generations.ts";
import { EndSeen } from "#studio/features/generations/views/end-seen.tsx";
import { UnfinishedStage } from "#studio/features/generations/views/stages/unfinished-stage.tsx";
import { Player } from "#studio/features/player/player.tsx";
import { GenerateAgainButton } from "#studio/features/result/generate-again-button.tsx";
import { clipFileName } from "#studio/format/file-name.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { useStore } from "#studio/store/use-store.ts";
import { useMediaQuery } from "#studio/ui/use-media-query.ts";
import { useGenerateAgain } from "../use-generate-again.ts";
import { stageVideo } from "./stage-video.ts";

interface EntryStageProps {
  entry: LibraryEntry;
  onGenerateAgain: OnGenerate;
}

/** The stage of one generation: its clip, its progress, or why there is no clip. */
export function EntryStage(props: EntryStageProps) {
  return (
    <>
      <EndSeen entry={props.entry} />
      <Outcome {...props} />
    </>
  );
}

/** Autoplay is motion that nobody asked for. */
const STILL = "(prefers-reduced-motion: reduce)";

function Outcome({ entry, onGenerateAgain }: EntryStageProps) {
  const fillForm = useFillForm();
  const handleGenerateAgain = useGenerateAgain(entry, onGenerateAgain);
  const isStill = useMediaQuery(STILL);
  const isAutoplaying = useStore(preferences, (current) => current.isAutoplaying);
  const { generation, phase, request, clipsProblem } = entry;
  if (phase === "completed" && generation !== null && generation.clips.length > 0) {
    return (
      <Player
        key={entry.id}
        clips={generation.clips}
        request={request}
        fileName={clipFileName(entry)}
        isAutoPlaying={isAutoplaying && !isStill}
        onVideo={stageVideo.set}
        onRetry={() => generations.checkNow(entry.id)}
        againAction={
          clipsProblem !== null && isGone(clipsProblem) ? (
            <GenerateAgainButton
              request={request}
              variant="primary"
              onPress={() => void handleGenerateAgain()}
            />
          ) : null
        }
      />
    );
  }
  return (
    <UnfinishedStage entry={entry} onUseSettings={() => fillForm(request, fieldAtFault(entry))} />
  );
}
