/** All generations of the creator, newest first, and the trash. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import * as common from "#messages/common.ts";
import * as keeping from "#messages/keeping.ts";
import * as messages from "#messages/library.ts";
import { isInTrash, TRASH_DAYS } from "#studio/domain/life/keeping.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { problemSummary } from "#studio/format/describe-problem.ts";
import { eraseExpired } from "#studio/storage/library/keep-entries.ts";
import { useIsStoragePersisted } from "#studio/storage/library/use-is-storage-persisted.ts";
import {
  useAllEntries,
  useEntries,
  useLibraryStatus,
  useUnreadableCount,
} from "#studio/storage/library/use-library.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { ClipGrid } from "./grid/clip-grid.tsx";
import { leftPlace } from "./grid/use-place.ts";
import { groupEntries } from "./layout/group-by-date.ts";
import { type LibraryAddress, libraryHref } from "./library-address.ts";
import { LibraryBar } from "./library-bar.tsx";
import { NoMatches } from "./search/no-matches.tsx";
import { useSearchText } from "./search/use-search-text.ts";
import { SelectionTools } from "./selection/selection-tools.tsx";
import { useSelection } from "./selection/use-selection.ts";
import { ShelfTools } from "./trash/shelf-tools.tsx";
import { useLibraryAddress } from "./use-library-address.ts";
import { useProgressiveEntries } from "./use-progressive-entries.ts";
import { useShownEntries } from "./use-shown-entries.ts";
import { useSiblings } from "./use-siblings.ts";

/** The "Library" screen. */
export function LibraryScreen() {
  const kept = useEntries();
  const all = useAllEntries();
  const status = useLibraryStatus();
  const unreadableCount = useUnreadableCount();
  const isPersisted = useIsStoragePersisted(kept.length > 0);
  const [written, changeAddress] = useLibraryAddress();
  const [text, type] = useSearchText(written.q, (q) => changeAddress({ q }));
  /** Also replaces what is being typed, which is not in the address yet. */
  const change = (next: Partial<LibraryAddress>) => {
    if (next.q !== undefined) type(next.q);
    changeAddress(next);
  };
  const address = useMemo(() => ({ ...written, q: text }), [written, text]);
  const deleted = useMemo(() => all.filter(isInTrash), [all]);
  const isTrash = address.shelf === "trash";
  const present = isTrash ? deleted : kept;
  const place = libraryHref({ ...address, view: "grid" });
  // To come back to a place, the rows above it have to be there.
  const entries = useProgressiveEntries(present, leftPlace(place) !== undefined);
  const [openedMs] = useState(() => Date.now());
  const siblingsOf = useSiblings(entries);
  const shown = useShownEntries(entries, address);
  const groups = useMemo(
    () => groupEntries(shown, address.sort, openedMs),
    [shown, address.sort, openedMs],
  );
  const selection = useSelection(shown, isTrash);
  const { selected, selectedIds, actions } = selection;
  const focusGrid = useRef<(() => void) | null>(null);
  useErasure(status === "ready");

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape clears the selection wherever the focus is; the bar has a button for it
    <div
      onKeyDown={outsideComposition((event) => {
        if (event.key === "Escape") selection.clear();
      })}
      className="grid w-full content-start px-4 pb-6 sm:px-6"
    >
      <LibraryBar
        address={written}
        onChange={change}
        text={text}
        onType={type}
        count={messages.count(shown.length, entries.length)}
        hasEntries={present.length > 0}
        tools={
          <ShelfTools
            isTrash={isTrash}
            deleted={deleted}
            onSelect={selected.length === 0 && shown.length > 0 ? selection.selectFirst : null}
          />
        }
      />
      {typeof status === "object" && (
        <p role="alert" className="pb-3 text-14 text-danger">
          {problemSummary(status.problem)}
        </p>
      )}
      {unreadableCount > 0 && (
        <p className="pb-3 text-13 text-muted">{messages.unreadable(unreadableCount)}</p>
      )}
      {isTrash && deleted.length > 0 && (
        <p className="pb-3 text-13 text-muted">{keeping.trashHint(TRASH_DAYS)}</p>
      )}
      {status === "loading" && <p className="text-14 text-muted">{common.loadingLibrary}</p>}
      {status !== "loading" && shown.length === 0 && entries === present && (
        <Nothing
          isEmpty={entries.length === 0}
          isTrash={isTrash}
          noMatches={<NoMatches address={address} onChange={change} />}
        />
      )}
      {shown.length > 0 && (
        <ClipGrid
          groups={groups}
          view={address.view}
          address={place}
          siblingsOf={siblingsOf}
          selectedIds={selectedIds}
          actions={actions}
          focusRef={focusGrid}
        />
      )}
      {selected.length > 0 && (
        <SelectionTools
          entries={selected}
          isTrash={isTrash}
          onClear={selection.clear}
          onDone={() => focusGrid.current?.()}
        />
      )}
      {kept.length > 0 && !isPersisted && (
        <p className="pt-5 text-13 text-balance text-muted">{messages.mayBeCleared}</p>
      )}
    </div>
  );
}

/** Empties what has been in the trash for long enough, once the library was read. */
function useErasure(isRead: boolean): void {
  useEffect(() => {
    if (isRead) void eraseExpired();
  }, [isRead]);
}

interface NothingProps {
  isEmpty: boolean;
  isTrash: boolean;
  noMatches: ReactNode;
}

function Nothing({ isEmpty, isTrash, noMatches }: NothingProps) {
  if (!isEmpty) return noMatches;
  if (isTrash)
    return <EmptyState title={keeping.trashEmptyTitle} detail={keeping.trashEmptyDetail} />;
  return (
    <EmptyState
      title={messages.emptyTitle}
      detail={messages.emptyDetail}
      action={
        <LinkButton href={CREATE_PATH} variant="primary">
          {common.createClip}
        </LinkButton>
      }
    />
  );
}
