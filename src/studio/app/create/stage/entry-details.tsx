import { useFillForm, useFillPrompt } from "#studio/app/form-filling.tsx";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { generations } from "#studio/features/generations/studio-generations.ts";
import { ResultPanel } from "#studio/features/result/result-panel.tsx";
import { AdoptedNote } from "../adopted-note.tsx";
import { useGenerateAgain } from "../use-generate-again.ts";

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
        onFetchAgain={() => void generations.fetchClipsAgain(entry.id)}
        onGenerateAgain={() => {
          onDone?.();
          void handleGenerateAgain();
        }}
      />
    </>
  );
}
