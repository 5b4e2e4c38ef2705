import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { ClipLayout } from "../layout/clip-layout.ts";

interface FocusHandlers {
  onFocusIn: () => void;
  /** `to` is what gets the focus. Null if it is not in this page. */
  onFocusOut: (to: Element | null) => void;
}

interface FocusOptions {
  layout: ClipLayout;
  /** Identifies what is shown. Clips that another search leaves out were not removed. */
  address: string;
  box: RefObject<HTMLElement | null>;
  chosenId: string | null;
  choose: (id: string) => void;
  focusTile: (id: string, isScrolledTo: boolean) => void;
}

/**
 * Keeps the focus on the current clip when it moves to another row, which replaces its elements. When the current clip
 * is removed, the next one becomes current. Returns the handlers of the grid.
 */
export function useFocusAfterChange(options: FocusOptions): FocusHandlers {
  const { layout, address } = options;
  const before = useRef({ layout, address });
  /** React reports no blur for elements that it removes itself. */
  const hasFocus = useRef(false);

  const follow = useEffectEvent(() => {
    const { chosenId, choose, focusTile, box } = options;
    const previous = before.current;
    before.current = { layout, address };
    if (chosenId === null) return;
    const isLost = hasFocus.current && box.current?.contains(document.activeElement) !== true;
    if (layout.rowIndexOf.has(chosenId)) {
      if (isLost) focusTile(chosenId, false);
      return;
    }
    if (previous.address !== address || !previous.layout.rowIndexOf.has(chosenId)) return;
    const next = nextAfter(previous.layout, chosenId, layout);
    if (next === null) return;
    choose(next);
    if (hasFocus.current) focusTile(next, true);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: clips are moved and removed by a change of the layout
  useLayoutEffect(() => follow(), [layout, address]);

  return {
    onFocusIn: () => {
      hasFocus.current = true;
    },
    onFocusOut: (to) => {
      hasFocus.current = options.box.current?.contains(to) === true;
    },
  };
}

/** The clip after a removed one that is still there, or the one before it. */
function nextAfter(previous: ClipLayout, id: string, now: ClipLayout): string | null {
  const ids = [...previous.rowIndexOf.keys()];
  const at = ids.indexOf(id);
  const isThere = (other: string) => now.rowIndexOf.has(other);
  return ids.slice(at).find(isThere) ?? ids.slice(0, at).findLast(isThere) ?? null;
}
