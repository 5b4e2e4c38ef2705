import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { fillForm } from "#studio/features/compose/fill-form.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { fetchClipsAgain } from "#studio/features/generations/fetch-clips-again.ts";
import { ResultPanel } from "#studio/features/result/result-panel.tsx";
import { useEntries } from "#studio/storage/use-library.ts";
import { showToast } from "#studio/ui/toast-store.ts";
import { AdoptedNote } from "./adopted-note.tsx";

interface EntryDetailsProps {
  entry: LibraryEntry;
  onGenerateAgain: OnGenerate;
}

/** What is known of one generation, and what can be done with it. */
export function EntryDetails({ entry, onGenerateAgain }: EntryDetailsProps) {
  const entries = useEntries();
  const { external_task_id: _used, ...request } = entry.request;
  return (
    <>
      <AdoptedNote entry={entry} />
      <ResultPanel
        entry={entry}
        onUseSettings={() => fillForm(request)}
        onFetchAgain={() => void fetchClipsAgain(entry.id)}
        onGenerateAgain={async () => {
          const press = againPress(entry, entries);
          const refusal = await onGenerateAgain([request], { pair: false, press });
          if (refusal !== null) showToast(refusal.sentence);
        }}
      />
    </>
  );
}

/** The same press in two tabs that show the same entry is one: it is named after the entry and the takes there are. */
function againPress({ id }: LibraryEntry, entries: readonly LibraryEntry[]): string {
  const name = `again ${id}`;
  return `${name} ${entries.filter(({ pressKey }) => pressKey?.startsWith(`${name} `)).length}`;
}
