import { useEffect, useEffectEvent } from "react";
import type { Playing } from "#comparison/engine/comparison.ts";
import type { PerSide } from "#comparison/sides.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { newsBetween } from "./transport-news.ts";

/** A held key steps many times per second, so only the final state is announced. */
const SETTLE_MS = 200;

/** Announces changes to screen readers, whichever control or shortcut made them. */
export function useTransportNews(comparison: Playing, names: PerSide<string>): void {
  const compare = useEffectEvent(newsBetween);
  useEffect(() => {
    let before = comparison.getState();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = comparison.subscribe(() => {
      const after = comparison.getState();
      const news = before.isReady ? compare(before, after, names) : null;
      before = after;
      if (news === null || isSliderHeld()) return;
      clearTimeout(timer);
      timer = setTimeout(() => announce(news, "transport"), SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [comparison, names]);
}

/** A focused slider announces its own value. */
function isSliderHeld(): boolean {
  return document.activeElement?.matches("[type='range'], [role='slider']") ?? false;
}
