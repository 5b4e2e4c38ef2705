import { close } from "#messages/common.ts";
import * as messages from "#messages/shell.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { Modal } from "#studio/ui/overlays/modal.tsx";
import { EntryDetails } from "./entry-details.tsx";

interface DetailsSheetProps {
  entry: LibraryEntry;
  onGenerateAgain: OnGenerate;
  onClose: () => void;
}

/** The details over the page, where there is no room beside the stage. Open while mounted. */
export function DetailsSheet({ entry, onGenerateAgain, onClose }: DetailsSheetProps) {
  return (
    <Modal
      title={messages.details}
      closeLabel={close}
      onClose={onClose}
      className="mb-0! w-full! max-w-full! rounded-b-none pb-[env(safe-area-inset-bottom)] max-md:max-h-[85dvh]! md:mt-0! md:mr-0! md:h-dvh md:max-h-dvh! md:w-84! md:rounded-none"
    >
      <div className="-mx-4 -mb-4">
        <EntryDetails entry={entry} onGenerateAgain={onGenerateAgain} onDone={onClose} />
      </div>
    </Modal>
  );
}
