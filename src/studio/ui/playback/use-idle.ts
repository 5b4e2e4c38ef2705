import { useEffect, useState } from "react";

const IDLE_AFTER_MS = 2500;
const ACTIVITY_EVENTS = ["pointermove", "pointerdown", "keydown", "focusin"] as const;

/** Whether a region had no input for a short time. Never idle unless `isWatching`. */
export function useIdle(region: HTMLElement | null, isWatching: boolean): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    if (!region || !isWatching) return;
    let timer = setTimeout(() => setIsIdle(true), IDLE_AFTER_MS);
    function wake() {
      clearTimeout(timer);
      setIsIdle(false);
      timer = setTimeout(() => setIsIdle(true), IDLE_AFTER_MS);
    }
    for (const name of ACTIVITY_EVENTS) region.addEventListener(name, wake);
    return () => {
      clearTimeout(timer);
      for (const sign of ACTIVITY_EVENTS) region.removeEventListener(sign, wake);
    };
  }, [region, isWatching]);
  return isIdle && isWatching;
}
