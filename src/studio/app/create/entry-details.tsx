import { useFillForm } from "#studio/app/form-filling.tsx";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { generations } from "#studio/features/generations/studio-generations.ts";
import { ResultPanel } from "#studio/features/result/result-panel.tsx";
import { AdoptedNote } from "./adopted-note.tsx";
import { useGenerateAgain } from "./use-generate-again.ts";

interface EntryDetailsProps {
  entry: LibraryEntry;
  onGenerateAgain: OnGenerate;
}

/** The details of one generation and its actions. */
export function EntryDetails({ entry, onGenerateAgain }: EntryDetailsProps) {
  const fillForm = useFillForm();
  const handleGenerateAgain = useGenerateAgain(entry, onGenerateAgain);
  const { external_task_id: _used, ...request } = entry.request;
  return (
    <>
      <AdoptedNote entry={entry} />
      <ResultPanel
        entry={entry}
        onUseSettings={() => fillForm(request)}
        onFetchAgain={() => void generations.fetchClipsAgain(entry.id)}
        onGenerateAgain={() => void handleGenerateAgain()}
      />
    </>
  );
}
