import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { useEntries } from "#studio/storage/use-library.ts";
import { showToast } from "#studio/ui/toast-store.ts";

/** Sends the request of an entry once more, as a new generation; a refusal is shown. */
export function useGenerateAgain(entry: LibraryEntry, onGenerate: OnGenerate): () => Promise<void> {
  const entries = useEntries();
  return async () => {
    const { external_task_id: _used, ...request } = entry.request;
    const press = againPress(entry, entries);
    const refusal = await onGenerate([request], { pair: false, press });
    if (refusal !== null) showToast(refusal.sentence);
  };
}

/** The same press in two tabs that show the same entry is one: it is named after the entry and the takes there are. */
function againPress({ id }: LibraryEntry, entries: readonly LibraryEntry[]): string {
  const name = `again ${id}`;
  return `${name} ${entries.filter(({ pressKey }) => pressKey?.startsWith(`${name} `)).length}`;
}
