import { useEffect } from "react";
import { entryStatuses } from "#messages/entry-status.ts";
import { documentTitle } from "#messages/shell.ts";
import { clipTitle } from "#messages/stage.ts";
import { useScreen } from "#studio/app/routes/use-screen.ts";
import { entryStatus } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { showClipTitle } from "#studio/ui/document-title.ts";

/** Titles the page of a generation with its prompt and its status. */
export function useClipTitle(entry: LibraryEntry): void {
  const { generationId } = useScreen();
  const isItsPage = generationId === entry.id;
  const title = clipTitle(excerpt(entry.request.prompt), entryStatuses[entryStatus(entry)]);

  useEffect(
    () => (isItsPage ? showClipTitle(documentTitle(title)) : undefined),
    [isItsPage, title],
  );
}
