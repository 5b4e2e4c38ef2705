import { type RefObject, useLayoutEffect, useState } from "react";

/** Width of an element in whole CSS pixels. Zero until it is known, which is before the first paint. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    setWidth(Math.floor(element.getBoundingClientRect().width));
    const observer = new ResizeObserver(() =>
      setWidth(Math.floor(element.getBoundingClientRect().width)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
