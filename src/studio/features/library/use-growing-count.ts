import { useEffect, useState } from "react";

/** More cards than fit on a large screen. */
const FIRST_COUNT = 48;
const STEP_COUNT = 96;

/**
 * How many of `total` cards to render: enough for the screen at once, then more in steps after each paint. A large
 * library appears as fast as a small one.
 */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(FIRST_COUNT);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => setCount(count + STEP_COUNT));
    return () => clearTimeout(timer);
  }, [count, total]);
  return Math.min(count, total);
}
