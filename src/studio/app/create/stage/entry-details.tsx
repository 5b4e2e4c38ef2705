import { useFillForm, useFillPrompt } from "#studio/app/form-filling.tsx";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { generations } from "#studio/features/generations/studio-generations.ts";
import { frameFileName, saveFrame } from "#studio/features/player/save-frame.ts";
import { ResultPanel } from "#studio/features/result/result-panel.tsx";
import { clipFileName } from "#studio/format/file-name.ts";
import { useStore } from "#studio/store/use-store.ts";
import { AdoptedNote } from "../adopted-note.tsx";
import { useGenerateAgain } from "../use-generate-again.ts";
import { stageVideo } from "./stage-video.ts";

interface EntryDetailsProps {
  entry: LibraryEntry;
  onGenerateAgain: OnGenerate;
  /** Called when an action leads away from the details. */
  onDone?: () => void;
}

/** The details of one generation and its actions. */
export function EntryDetails({ entry, onGenerateAgain, onDone }: EntryDetailsProps) {
  const fillForm = useFillForm();
  const fillPrompt = useFillPrompt();
  const handleGenerateAgain = useGenerateAgain(entry, onGenerateAgain);
  const video = useStore(stageVideo, (current) => current);
  const { external_task_id: _used, ...request } = entry.request;
  return (
    <>
      <AdoptedNote entry={entry} />
      <ResultPanel
        entry={entry}
        onUsePrompt={() => {
          onDone?.();
          fillPrompt(request.prompt);
        }}
        onUseSettings={() => {
          onDone?.();
          fillForm(request);
        }}
        onSaveFrame={
          video && (() => void saveFrame(video, frameFileName(clipFileName(entry), null)))
        }
        onFetchAgain={() => void generations.fetchClipsAgain(entry.id)}
        onGenerateAgain={() => {
          onDone?.();
          void handleGenerateAgain();
        }}
      />
    </>
  );
}
