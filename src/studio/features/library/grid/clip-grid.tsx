/**
 * The clips of the library as an ARIA grid. Only the rows in view are in the document, and the row with the focus. The
 * grid is one tab stop: the arrow keys move between clips, and Tab reaches the other controls of the current clip.
 */
import {
  type KeyboardEvent,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import * as messages from "#messages/library.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { formatDay, formatMonth } from "#studio/format/dates.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import {
  type ClipRow,
  type HeadingRow,
  type LayoutRow,
  type LibraryView,
  layOutClips,
} from "../layout/clip-layout.ts";
import type { EntryGroup } from "../layout/group-by-date.ts";
import { walk } from "../layout/walk.ts";
import { ClipLine } from "./clip-line.tsx";
import { ClipTile } from "./clip-tile.tsx";
import type { TileActions } from "./tile-parts.tsx";
import { useFocusAfterChange } from "./use-focus-after-change.ts";
import { leftPlace, usePlace } from "./use-place.ts";
import { useVisibleRows } from "./use-visible-rows.ts";
import { useWidth } from "./use-width.ts";

interface ClipGridProps {
  groups: readonly EntryGroup[];
  view: LibraryView;
  /** Identifies what is shown. Each address has its own place. */
  address: string;
  /** The entries of the same press. */
  siblingsOf: (entry: LibraryEntry) => readonly LibraryEntry[];
  selectedIds: ReadonlySet<string>;
  actions: GridActions;
  /** Receives a function that gives the focus to the current clip. */
  focusRef: RefObject<(() => void) | null>;
}

/** What the keys do, besides moving. */
export interface GridActions extends TileActions {
  selectAll: () => void;
  /** Deletes the selected clips, or this one if none is selected. */
  remove: (id: string) => void;
}

/** Rows of clips under headings. */
export function ClipGrid(props: ClipGridProps) {
  const { groups, view, address, actions, focusRef } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const layout = useMemo(
    () => layOutClips(width === 0 ? [] : groups, view, width),
    [groups, view, width],
  );
  const [chosenId, setChosenId] = useState(() => leftPlace(address)?.activeId ?? null);
  // Also known when the screen is left in the same moment, before the state is rendered.
  const lastChosenId = useRef(chosenId);
  const isShown = chosenId !== null && layout.rowIndexOf.has(chosenId);
  const activeId = isShown ? chosenId : firstId(layout.rows);
  const range = useVisibleRows(layout, box);
  const focusTile = useFocus(box);
  const { onFocusIn, onFocusOut } = useFocusAfterChange({
    layout,
    address,
    box,
    chosenId,
    choose,
    focusTile,
  });
  usePlace({
    address,
    layout,
    box,
    readActiveId: () => lastChosenId.current,
    focusInPlace: (id) => focusTile(id, false),
  });

  useImperativeHandle(focusRef, () => () => {
    if (activeId !== null) focusTile(activeId, false);
  });

  function choose(id: string | undefined): void {
    if (id === undefined) return;
    lastChosenId.current = id;
    setChosenId(id);
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.altKey || activeId === null) return;
    const isWide = event.ctrlKey || event.metaKey;
    const { key } = event;
    const to = walk(layout, activeId, { key, isWide, pageHeight: window.innerHeight / 2 });
    if (to !== null) {
      if (event.shiftKey) {
        if (props.selectedIds.size === 0) actions.toggle(activeId);
        actions.extend(to);
      }
      choose(to);
      focusTile(to);
    } else if (key === "Delete" && !event.repeat) actions.remove(activeId);
    else if (key === "a" && isWide) actions.selectAll();
    // On the check box and the buttons, Space presses them.
    else if (key === " " && isTile(event.target)) actions.toggle(activeId);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtualized in rows of different widths
    <div
      ref={box}
      role="grid"
      aria-label={messages.clips}
      aria-rowcount={layout.rows.length}
      aria-multiselectable="true"
      tabIndex={-1}
      onKeyDown={outsideComposition(handleKeyDown)}
      onFocus={({ target }) => {
        onFocusIn();
        choose(cellOf(target));
      }}
      onBlur={({ relatedTarget }) => onFocusOut(relatedTarget)}
      // Safari does not give the focus to a link that is clicked.
      onClickCapture={({ target }) => choose(cellOf(target))}
      className="relative outline-none [overflow-anchor:none]"
      style={{ height: layout.height }}
    >
      {renderedIndexes(range, activeId === null ? undefined : layout.rowIndexOf.get(activeId)).map(
        (index) => {
          const row = layout.rows[index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: see the grid
            // biome-ignore lint/a11y/useFocusableInteractive: the links inside take the focus
            <div
              key={keyOf(row)}
              role="row"
              aria-rowindex={index + 1}
              className="absolute inset-x-0 flex [contain:layout_style]"
              style={{ top: row.top, height: row.height, gap: layout.gap }}
            >
              {row.kind === "heading" ? (
                <Heading row={row} />
              ) : (
                <Cells {...props} row={row} activeId={activeId} />
              )}
            </div>
          );
        },
      )}
    </div>
  );
}

function Heading({ row }: { row: HeadingRow }) {
  const { unit, at } = row.heading;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: nothing to do on a heading
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div role="rowheader" className="flex items-end gap-2 pb-2">
      <h2 className="text-14 font-semibold">{unit === "day" ? formatDay(at) : formatMonth(at)}</h2>
      <span className="text-13 text-muted tabular-nums">{messages.countIn(row.count)}</span>
    </div>
  );
}

interface CellsProps extends ClipGridProps {
  row: ClipRow;
  activeId: string | null;
}

function Cells({ row, view, activeId, siblingsOf, selectedIds, actions }: CellsProps) {
  const Tile = view === "list" ? ClipLine : ClipTile;
  return row.entries.map((entry, index) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the link inside takes the focus
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      key={entry.id}
      role="gridcell"
      data-cell={entry.id}
      aria-selected={selectedIds.has(entry.id)}
      className="shrink-0"
      style={{ width: row.widths[index] }}
    >
      <Tile
        entry={entry}
        siblings={siblingsOf(entry)}
        width={row.widths[index] ?? 0}
        pictureHeight={row.pictureHeight}
        isTabStop={entry.id === activeId}
        isSelected={selectedIds.has(entry.id)}
        isSelecting={selectedIds.size > 0}
        actions={actions}
      />
    </div>
  ));
}

function isTile(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset.tile !== undefined;
}

function cellOf(target: EventTarget): string | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  return cell?.dataset.cell;
}

/** Moves the focus to a clip as soon as it is in the document, and scrolls to it unless that is not wanted. */
function useFocus(
  box: RefObject<HTMLElement | null>,
): (id: string, isScrolledTo?: boolean) => void {
  const wanted = useRef<{ id: string; isScrolledTo: boolean } | null>(null);
  const [, render] = useState(0);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const { id, isScrolledTo } = wanted.current;
    const tiles = box.current?.querySelectorAll<HTMLElement>("[data-tile]") ?? [];
    const tile = [...tiles].find(({ dataset }) => dataset.tile === id);
    if (tile === undefined) return;
    wanted.current = null;
    tile.focus({ preventScroll: true });
    if (isScrolledTo) tile.scrollIntoView({ block: "nearest" });
  });
  return (id, isScrolledTo = true) => {
    wanted.current = { id, isScrolledTo };
    render((count) => count + 1);
  };
}

/** The rows in view, and the active one wherever it is. */
function renderedIndexes(
  { start, end }: { start: number; end: number },
  activeIndex: number | undefined,
): number[] {
  const indexes = Array.from({ length: end - start }, (_, offset) => start + offset);
  if (activeIndex === undefined || (activeIndex >= start && activeIndex < end)) return indexes;
  return activeIndex < start ? [activeIndex, ...indexes] : [...indexes, activeIndex];
}

function firstId(rows: readonly LayoutRow[]): string | null {
  for (const row of rows) if (row.kind === "clips") return row.entries[0]?.id ?? null;
  return null;
}

/** Rows keep their elements while others are added above them. */
function keyOf(row: LayoutRow): string {
  return row.kind === "heading"
    ? `${row.heading.unit} ${row.heading.at}`
    : (row.entries[0]?.id ?? "");
}
