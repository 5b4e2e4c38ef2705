import { useState } from "react";
import * as messages from "#messages/keeping.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { restoreFromTrash, setFavourite } from "#studio/storage/library/keep-entries.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { EraseDialog } from "../trash/shelf-tools.tsx";
import { downloadClips } from "./download-clips.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { remove } from "./use-selection.ts";

interface SelectionToolsProps {
  entries: readonly LibraryEntry[];
  isTrash: boolean;
  onClear: () => void;
  /** Called when the pressed button may be gone, to give the focus to the clips. */
  onDone: () => void;
}

/** The bar of the selection, with what its buttons do. */
export function SelectionTools(props: SelectionToolsProps) {
  const { entries, isTrash, onClear, onDone } = props;
  const [isAsking, setIsAsking] = useState(false);
  const ids = entries.map(({ id }) => id);

  async function handleRestore(): Promise<void> {
    await restoreFromTrash(ids);
    announce(messages.restored(ids.length));
    onDone();
  }

  return (
    <>
      <SelectionBar
        entries={entries}
        isTrash={isTrash}
        onFavourite={(isFavourite) => void setFavourite(ids, isFavourite)}
        onDownload={() => void downloadClips(entries)}
        onDelete={() => void remove(entries).then(onDone)}
        onRestore={() => void handleRestore()}
        onErase={() => setIsAsking(true)}
        onClear={() => {
          onClear();
          onDone();
        }}
      />
      {isAsking && <EraseDialog ids={ids} onDone={() => setIsAsking(false)} />}
    </>
  );
}
