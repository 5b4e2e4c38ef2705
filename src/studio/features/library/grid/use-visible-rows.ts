import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { type ClipLayout, rowsBetween } from "../layout/clip-layout.ts";

/** Rows this far outside the window are rendered too, so that scrolling shows no gaps. */
const OVERSCAN_PX = 400;

/** Indexes of the rows to render: the first, and the one after the last. */
export interface RowRange {
  start: number;
  end: number;
}

/** The rows of a layout to render: those in the window, and some around them. */
export function useVisibleRows(layout: ClipLayout, box: RefObject<HTMLElement | null>): RowRange {
  const [range, setRange] = useState<RowRange>({ start: 0, end: 0 });

  const update = useEffectEvent(() => {
    if (box.current === null) return;
    const top = -box.current.getBoundingClientRect().top;
    const next = rowsBetween(layout, top - OVERSCAN_PX, top + window.innerHeight + OVERSCAN_PX);
    setRange((before) => (before.start === next.start && before.end === next.end ? before : next));
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout has other rows in view
  useLayoutEffect(() => update(), [layout]);
  useEffect(() => {
    const handleChange = () => update();
    window.addEventListener("scroll", handleChange, { passive: true });
    window.addEventListener("resize", handleChange);
    return () => {
      window.removeEventListener("scroll", handleChange);
      window.removeEventListener("resize", handleChange);
    };
  }, []);

  return range;
}
