import { useEffect, useState } from "react";

/** More than fit on a large screen. */
const FIRST_COUNT = 48;
const STEP_COUNT = 96;

/**
 * How many of `total` cards to render: enough for the screen at once, the others in steps after it was painted. A large
 * library so shows what it has at once, however many cards follow.
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
