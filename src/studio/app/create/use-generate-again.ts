import { useState } from "react";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { createPressGuard } from "#studio/features/compose/press-guard.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { showToast } from "#studio/ui/overlays/toast-store.ts";

/** Sends the request of an entry again as a new generation, and shows a refusal. */
export function useGenerateAgain(entry: LibraryEntry, onGenerate: OnGenerate): () => Promise<void> {
  const entries = useEntries();
  // The second click of a double click may land on the button of the new generation, which has another press key.
  const [guard] = useState(createPressGuard);
  return () => {
    const { external_task_id: _used, ...request } = entry.request;
    return guard.run(JSON.stringify(request), async () => {
      const press = againPress(entry, entries);
      const refusal = await onGenerate([request], { pair: false, press });
      if (refusal !== null) showToast(refusal.sentence);
      return refusal === null;
    });
  };
}

/** Named after the entry and its number of takes, so that the same click in two tabs counts once. */
function againPress({ id }: LibraryEntry, entries: readonly LibraryEntry[]): string {
  const name = `again ${id}`;
  return `${name} ${entries.filter(({ pressKey }) => pressKey?.startsWith(`${name} `)).length}`;
}
