import { useMemo, useState } from "react";
import * as messages from "#messages/keeping.ts";
import { canBeTrashed } from "#studio/domain/life/keeping.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import {
  moveToTrash,
  restoreFromTrash,
  setFavourite,
} from "#studio/storage/library/keep-entries.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { showToast } from "#studio/ui/overlays/toast-store.ts";
import type { GridActions } from "../grid/clip-grid.tsx";
import { allSelected, extended, NOTHING_SELECTED, toggled } from "./selection.ts";
import { useLatest } from "./use-latest.ts";

export interface SelectedEntries {
  /** The selected entries that are shown, in the order in which they were selected. */
  selected: readonly LibraryEntry[];
  selectedIds: ReadonlySet<string>;
  actions: GridActions;
  clear: () => void;
  selectFirst: () => void;
}

/** The selection among the entries that are shown. Entries that are filtered out are not acted on. */
export function useSelection(shown: readonly LibraryEntry[], isTrash: boolean): SelectedEntries {
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const byId = useMemo(() => new Map(shown.map((entry) => [entry.id, entry])), [shown]);
  const selected = useMemo(
    () => selection.ids.flatMap((id) => byId.get(id) ?? []),
    [selection, byId],
  );
  const selectedIds = useMemo(() => new Set(selected.map(({ id }) => id)), [selected]);
  const latest = useLatest({ shown, selected, byId, isTrash });
  const actions = useMemo((): GridActions => {
    const shownIds = () => latest.current.shown.map(({ id }) => id);
    return {
      toggle: (id) => setSelection((before) => toggled(before, id)),
      extend: (id) => setSelection((before) => extended(before, id, shownIds())),
      selectAll: () => setSelection(allSelected(shownIds())),
      setFavourite: (id, isFavourite) => void setFavourite([id], isFavourite),
      remove(id) {
        const { selected: chosen, byId: all, isTrash: isInTrash } = latest.current;
        const only = all.get(id);
        if (!isInTrash) void remove(chosen.length > 0 ? chosen : only ? [only] : []);
      },
    };
  }, [latest]);
  return {
    selected,
    selectedIds,
    actions,
    clear: () => setSelection(NOTHING_SELECTED),
    selectFirst: () => setSelection(allSelected(shown.slice(0, 1).map(({ id }) => id))),
  };
}

/** Moves entries to the trash, says so, and offers to undo it. */
export async function remove(entries: readonly LibraryEntry[]): Promise<void> {
  const ids = entries.filter(canBeTrashed).map(({ id }) => id);
  const left = entries.length - ids.length;
  if (left > 0) showToast(messages.removedBut(left));
  if (ids.length === 0) return;
  await moveToTrash(ids);
  const undo = async () => {
    await restoreFromTrash(ids);
    announce(messages.restored(ids.length));
  };
  showToast(messages.movedToTrash(ids.length), {
    label: messages.undo,
    onAction: () => void undo(),
  });
}
