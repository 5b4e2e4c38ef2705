/** The parts that a tile of the grid and a row of the list share. */
import { Columns2, Layers } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import * as common from "#messages/common.ts";
import * as messages from "#messages/library.ts";
import { allTakes, allTakesOf } from "#messages/takes.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { pairOf, takePlace } from "#studio/domain/life/pairs.ts";
import { compareHref, generationHref, takesHref } from "#studio/domain/paths.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { classes } from "#studio/ui/classes.ts";

/** Set while picking two clips: a click picks the clip instead of opening it. */
export interface TilePick {
  /** 1-based position in the order of picking; null if not picked. */
  number: number | null;
  onToggle: () => void;
}

export interface TileProps {
  entry: LibraryEntry;
  /** The entries of the same press, to find the other half of a pair. */
  siblings: readonly LibraryEntry[];
  width: number;
  pictureHeight: number;
  /** Whether the Tab key reaches the controls of this tile. */
  isTabStop: boolean;
  pick: TilePick | undefined;
}

interface FaceProps {
  entry: LibraryEntry;
  isTabStop: boolean;
  canBePicked: boolean;
  pick: TilePick | undefined;
  className: string;
  children: ReactNode;
}

/** The clickable part: a link to the generation, or a toggle while picking. */
export function Face({ entry, isTabStop, canBePicked, pick, className, children }: FaceProps) {
  const tabIndex = isTabStop ? 0 : -1;
  if (pick === undefined) {
    return (
      <Link
        href={generationHref(entry.id)}
        data-tile={entry.id}
        tabIndex={tabIndex}
        className={classes("group -outline-offset-2 rounded-6", className)}
      >
        {children}
      </Link>
    );
  }
  return (
    <button
      type="button"
      data-tile={entry.id}
      tabIndex={tabIndex}
      aria-pressed={pick.number !== null}
      aria-disabled={!canBePicked}
      onClick={canBePicked ? pick.onToggle : undefined}
      className={classes(
        "group relative rounded-6 text-left -outline-offset-2 aria-disabled:opacity-45",
        pick.number !== null && "outline-3 outline-ink",
        className,
      )}
    >
      {children}
      {pick.number !== null && (
        <span className="absolute top-2 right-2 grid size-7 place-items-center rounded-full bg-ink text-14 font-semibold text-paper ring-2 ring-paper tabular-nums">
          {pick.number}
        </span>
      )}
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
          aria-label={messages.comparePairOf(prompt)}
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
