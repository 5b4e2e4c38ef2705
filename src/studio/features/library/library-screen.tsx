/** All generations of the creator, newest first. */
import { type ReactNode, useMemo, useState } from "react";
import * as common from "#messages/common.ts";
import * as messages from "#messages/library.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { problemSummary } from "#studio/format/describe-problem.ts";
import { useIsStoragePersisted } from "#studio/storage/library/use-is-storage-persisted.ts";
import {
  useEntries,
  useLibraryStatus,
  useUnreadableCount,
} from "#studio/storage/library/use-library.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { ClipGrid } from "./grid/clip-grid.tsx";
import type { TilePick } from "./grid/tile-parts.tsx";
import { leftPlace } from "./grid/use-place.ts";
import { groupEntries } from "./layout/group-by-date.ts";
import { type LibraryAddress, libraryHref } from "./library-address.ts";
import { LibraryBar } from "./library-bar.tsx";
import { PickBar } from "./pick-bar.tsx";
import { PICKED_MAX, type Picked, togglePick } from "./pick-two.ts";
import { statusGroupOf } from "./search/filter-entries.ts";
import { NoMatches } from "./search/no-matches.tsx";
import { useSearchText } from "./search/use-search-text.ts";
import { useLibraryAddress } from "./use-library-address.ts";
import { useProgressiveEntries } from "./use-progressive-entries.ts";
import { useShownEntries } from "./use-shown-entries.ts";
import { useSiblings } from "./use-siblings.ts";

/** The "Library" screen. */
export function LibraryScreen() {
  const present = useEntries();
  const status = useLibraryStatus();
  const unreadableCount = useUnreadableCount();
  const isKept = useIsStoragePersisted(present.length > 0);
  const [written, changeAddress] = useLibraryAddress();
  const [text, type] = useSearchText(written.q, (q) => changeAddress({ q }));
  /** Also replaces what is being typed, which is not in the address yet. */
  const change = (next: Partial<LibraryAddress>) => {
    if (next.q !== undefined) type(next.q);
    changeAddress(next);
  };
  const address = useMemo(() => ({ ...written, q: text }), [written, text]);
  const place = libraryHref({ ...address, view: "grid" });
  // To come back to a place, the rows above it have to be there.
  const entries = useProgressiveEntries(present, leftPlace(place) !== undefined);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [openedMs] = useState(() => Date.now());
  const siblingsOf = useSiblings(entries);
  const shown = useShownEntries(entries, address);
  const groups = useMemo(
    () => groupEntries(shown, address.sort, openedMs),
    [shown, address.sort, openedMs],
  );
  const canPick = entries.filter((entry) => statusGroupOf(entry) === "ready").length >= PICKED_MAX;

  function pickOf({ id }: LibraryEntry): TilePick | undefined {
    if (picked === null) return undefined;
    const number = picked.indexOf(id) + 1 || null;
    return { number, onToggle: () => setPicked(togglePick(picked, id)) };
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape cancels picking wherever the focus is; the bar has a button for it
    <div
      onKeyDown={outsideComposition((event) => {
        if (event.key === "Escape") setPicked(null);
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
          canPick && (
            <Button
              aria-pressed={picked !== null}
              onClick={() => setPicked(picked === null ? [] : null)}
            >
              {messages.pickTwo}
            </Button>
          )
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
      {status === "loading" && <p className="text-14 text-muted">{common.loadingLibrary}</p>}
      {status !== "loading" && shown.length === 0 && entries === present && (
        <Nothing
          isEmpty={entries.length === 0}
          noMatches={<NoMatches address={address} onChange={change} />}
        />
      )}
      {shown.length > 0 && (
        <ClipGrid
          groups={groups}
          view={address.view}
          address={place}
          siblingsOf={siblingsOf}
          pickOf={pickOf}
        />
      )}
      {picked !== null && <PickBar picked={picked} onCancel={() => setPicked(null)} />}
      {entries.length > 0 && !isKept && (
        <p className="pt-5 text-13 text-balance text-muted">{messages.mayBeCleared}</p>
      )}
    </div>
  );
}

function Nothing({ isEmpty, noMatches }: { isEmpty: boolean; noMatches: ReactNode }) {
  if (!isEmpty) return noMatches;
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
