import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { fillForm } from "#studio/features/compose/fill-form.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { ResultPanel } from "#studio/features/result/result-panel.tsx";
import { showToast } from "#studio/ui/toast-store.ts";

interface EntryDetailsProps {
  entry: LibraryEntry;
  onGenerateAgain: OnGenerate;
}

/** What is known of one generation, and what can be done with it. */
export function EntryDetails({ entry, onGenerateAgain }: EntryDetailsProps) {
  const { external_task_id: _used, ...request } = entry.request;
  return (
    <ResultPanel
      entry={entry}
      onUseSettings={() => fillForm(request)}
      onGenerateAgain={async () => {
        const refusal = await onGenerateAgain([request], { pair: false });
        if (refusal !== null) showToast(refusal.sentence);
      }}
    />
  );
}
