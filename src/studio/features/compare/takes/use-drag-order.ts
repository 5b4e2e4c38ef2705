import { type PointerEvent, type RefObject, useState } from "react";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";

interface Drag {
  id: string;
  /** The index where it would be dropped now. */
  to: number;
}

/**
 * Reorders list rows by dragging a handle with any pointer. Nothing changes until the drop; Escape and pointercancel
 * abort the drag.
 */
export function useDragOrder(
  list: RefObject<HTMLOListElement | null>,
  onDrop: (id: string, to: number) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);

  /** The drop index: how many other rows have their middle above the pointer. */
  function placeAt(id: string, y: number): number {
    const rows = [...(list.current?.children ?? [])].filter(
      (row) => row instanceof HTMLElement && row.dataset.id !== id,
    );
    return rows.filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y > top + height / 2;
    }).length;
  }

  function handleProps(id: string, index: number) {
    return {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
        setDrag({ id, to: index });
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (drag?.id !== id) return;
        const to = placeAt(id, event.clientY);
        if (to !== drag.to) setDrag({ id, to });
      },
      onPointerUp() {
        if (drag?.id === id && drag.to !== index) onDrop(id, drag.to);
        setDrag(null);
      },
      onPointerCancel: () => setDrag(null),
      onKeyDown: outsideComposition((event) => {
        if (event.key === "Escape") setDrag(null);
      }),
    };
  }

  return { drag, handleProps };
}
