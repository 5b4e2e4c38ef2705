import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import * as messages from "#messages/keeping.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { eraseFromTrash } from "#studio/storage/library/keep-entries.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import { buttonClasses } from "#studio/ui/buttons/button-classes.ts";
import { ConfirmDialog } from "#studio/ui/overlays/confirm-dialog.tsx";
import { DEFAULT_ADDRESS, libraryHref } from "../library-address.ts";

interface ShelfToolsProps {
  isTrash: boolean;
  /** Everything in the trash. */
  deleted: readonly LibraryEntry[];
  /** Starts to select clips. Null while some are selected, and if there are none. */
  onSelect: (() => void) | null;
}

/** The way to the trash and back, and the buttons for all that is in it. */
export function ShelfTools({ isTrash, deleted, onSelect }: ShelfToolsProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      {/* A mouse selects with the check boxes on the clips. */}
      {onSelect && (
        <span className="hidden pointer-coarse:contents">
          <Button onClick={onSelect}>{messages.select}</Button>
        </span>
      )}
      {isTrash && deleted.length > 0 && (
        <Button onClick={() => setIsAsking(true)}>{messages.emptyTrash}</Button>
      )}
      {isTrash && (
        <Link href={libraryHref(DEFAULT_ADDRESS)} className={buttonClasses()}>
          {messages.backToLibrary}
        </Link>
      )}
      {!isTrash && deleted.length > 0 && (
        <Link
          href={libraryHref({ ...DEFAULT_ADDRESS, shelf: "trash" })}
          aria-label={messages.trashOf(deleted.length)}
          title={messages.trashOf(deleted.length)}
          className={buttonClasses()}
        >
          <Trash2 size={16} />
        </Link>
      )}
      {isAsking && (
        <EraseDialog ids={deleted.map(({ id }) => id)} onDone={() => setIsAsking(false)} />
      )}
    </>
  );
}

interface EraseDialogProps {
  ids: readonly string[];
  onDone: () => void;
}

/** Asks before clips are deleted for good. */
export function EraseDialog({ ids, onDone }: EraseDialogProps) {
  async function handleConfirm(): Promise<void> {
    onDone();
    await eraseFromTrash(ids);
    announce(messages.erasedCount(ids.length));
  }

  return (
    <ConfirmDialog
      title={messages.eraseTitle(ids.length)}
      confirmLabel={messages.erase}
      cancelLabel={messages.keepThem}
      onConfirm={() => void handleConfirm()}
      onCancel={onDone}
    >
      {messages.eraseDetail}
    </ConfirmDialog>
  );
}
