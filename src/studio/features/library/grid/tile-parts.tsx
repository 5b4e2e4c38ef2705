/** The parts that a tile of the grid and a row of the list share. */
import { Columns2, Heart, Layers } from "lucide-react";
import type { MouseEvent as ReactMouseEvent, ReactNode } from "react";
import { Link } from "wouter";
import * as common from "#messages/common.ts";
import * as messages from "#messages/keeping.ts";
import { comparePairOf } from "#messages/library.ts";
import { allTakes, allTakesOf } from "#messages/takes.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { pairOf, takePlace } from "#studio/domain/life/pairs.ts";
import { compareHref, generationHref, takesHref } from "#studio/domain/paths.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { classes } from "#studio/ui/classes.ts";

/** What can be done with a clip in the grid. The same object for all clips, so that they are rendered only once. */
export interface TileActions {
  /** Selects the clip, or deselects it. */
  toggle: (id: string) => void;
  /** Selects all clips from the last one to this one. */
  extend: (id: string) => void;
  setFavourite: (id: string, isFavourite: boolean) => void;
}

export interface TileProps {
  entry: LibraryEntry;
  /** The entries of the same press, to find the other half of a pair. */
  siblings: readonly LibraryEntry[];
  width: number;
  pictureHeight: number;
  /** Whether the Tab key reaches the controls of this tile. */
  isTabStop: boolean;
  isSelected: boolean;
  /** Whether clips are being selected: a click on a clip then selects it instead of opening it. */
  isSelecting: boolean;
  actions: TileActions;
}

interface FaceProps extends Pick<TileProps, "entry" | "isTabStop" | "isSelecting" | "actions"> {
  className: string;
  children: ReactNode;
}

/** The link to the generation. Enter always follows it. */
export function Face({ entry, isTabStop, isSelecting, actions, className, children }: FaceProps) {
  function handleClick(event: ReactMouseEvent): void {
    const isPointer = event.detail > 0;
    if (!isPointer || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.shiftKey) actions.extend(entry.id);
    else if (isSelecting) actions.toggle(entry.id);
    else return;
    event.preventDefault();
  }

  return (
    <Link
      href={generationHref(entry.id)}
      data-tile={entry.id}
      tabIndex={isTabStop ? 0 : -1}
      draggable={false}
      onClick={handleClick}
      className={classes("group -outline-offset-2 rounded-6 select-none", className)}
    >
      {children}
    </Link>
  );
}

/** A check box of the size of a finger on touch screens. There, it is shown only while clips are being selected. */
export function SelectBox(
  props: Pick<TileProps, "entry" | "isTabStop" | "isSelected" | "actions">,
) {
  const { entry, isTabStop, isSelected, actions } = props;
  return (
    <label className="grid size-8 place-items-center pointer-coarse:size-11">
      <input
        type="checkbox"
        checked={isSelected}
        aria-label={messages.selectOf(excerpt(entry.request.prompt))}
        tabIndex={isTabStop ? 0 : -1}
        onChange={({ nativeEvent }) => {
          // A click, although React calls it a change.
          const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
          if (isRange) actions.extend(entry.id);
          else actions.toggle(entry.id);
        }}
        className="size-4.5 accent-ink"
      />
    </label>
  );
}

/** Marks the clip as favourite. */
export function FavouriteButton({
  entry,
  isTabStop,
  actions,
}: Pick<TileProps, "entry" | "isTabStop" | "actions">) {
  const isFavourite = entry.favouriteAt !== null;
  return (
    <button
      type="button"
      aria-pressed={isFavourite}
      aria-label={messages.favouriteOf(excerpt(entry.request.prompt))}
      title={messages.favourite}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => actions.setFavourite(entry.id, !isFavourite)}
      className="grid size-8 place-items-center rounded-6 hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:size-11"
    >
      <Heart size={16} fill={isFavourite ? "currentColor" : "none"} />
    </button>
  );
}

interface RelationLinksProps {
  entry: LibraryEntry;
  siblings: readonly LibraryEntry[];
  isTabStop: boolean;
}

const LINK =
  "grid size-7 place-items-center rounded-6 hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:size-11";

/** Links to the comparison of a pair and to all takes. */
export function RelationLinks({ entry, siblings, isTabStop }: RelationLinksProps) {
  const pair = pairOf(entry, siblings);
  const place = takePlace(entry, siblings);
  const prompt = excerpt(entry.request.prompt);
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <>
      {place && entry.pairId !== null && (
        <Link
          href={takesHref(entry.pairId)}
          aria-label={allTakesOf(prompt)}
          title={allTakes}
          tabIndex={tabIndex}
          className={LINK}
        >
          <Layers size={16} />
        </Link>
      )}
      {pair && (
        <Link
          href={compareHref(pair.std.id, pair.pro.id)}
          aria-label={comparePairOf(prompt)}
          title={common.comparePair}
          tabIndex={tabIndex}
          className={LINK}
        >
          <Columns2 size={16} />
        </Link>
      )}
    </>
  );
}
