import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { ClipLayout } from "../layout/clip-layout.ts";
import { type Place, placeAt, positionOf } from "./place.ts";

/** What is restored when the creator comes back. */
export interface LibraryPlace {
  place: Place | null;
  /** The clip that had the focus or was opened last. */
  activeId: string | null;
}

/** By address, because each search has its own place. Lost when the page is reloaded. */
const places = new Map<string, LibraryPlace>();

/** The place in which the library was left under this address. */
export function leftPlace(address: string): LibraryPlace | undefined {
  return places.get(address);
}

interface PlaceOptions {
  /** Identifies what is shown. A change of it starts at the top. */
  address: string;
  layout: ClipLayout;
  box: RefObject<HTMLElement | null>;
  /** The clip that had the focus or was opened last. */
  readActiveId: () => string | null;
  /** Moves the focus to a clip without scrolling. */
  focusInPlace: (id: string) => void;
}

/**
 * Keeps the place: the clips in view stay in view when others are added above or the window changes its width, and
 * coming back to the library leads to the same clips with the same focus.
 */
export function usePlace(options: PlaceOptions): void {
  const { address, layout, box, readActiveId, focusInPlace } = options;
  const shown = useRef<{ address: string; layout: ClipLayout } | null>(null);
  const isReady = layout.rows.length > 0;
  /** Before that, the place of the last visit must not be overwritten. */
  const hasRestored = useRef(false);

  const scrolled = () => (box.current === null ? 0 : -box.current.getBoundingClientRect().top);
  const scrollTo = (place: Place | null) => {
    const position = place && positionOf(layout, place);
    if (position !== null) window.scrollBy(0, position - scrolled());
  };

  const keepPlace = useEffectEvent(() => {
    const before = shown.current;
    if (before?.address === address) scrollTo(placeAt(before.layout, scrolled()));
    else if (before !== null) window.scrollTo(0, 0);
    shown.current = { address, layout };
  });
  const restore = useEffectEvent(() => {
    hasRestored.current = true;
    const left = leftPlace(address);
    if (left === undefined) return;
    scrollTo(left.place);
    if (left.activeId !== null && layout.rowIndexOf.has(left.activeId)) focusInPlace(left.activeId);
  });
  const leave = useEffectEvent(() => {
    if (!hasRestored.current) return;
    places.set(address, { place: placeAt(layout, scrolled()), activeId: readActiveId() });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is kept when the layout changes
  useLayoutEffect(() => {
    if (isReady) keepPlace();
  }, [layout, isReady]);

  useEffect(() => {
    if (!isReady) return;
    // After the shell, which scrolls every new screen to its top and gives it the focus.
    queueMicrotask(() => restore());
  }, [isReady]);

  // While the rows are still in the document.
  useLayoutEffect(() => () => leave(), []);
}
