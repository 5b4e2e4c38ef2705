import { useEffect, useEffectEvent } from "react";
import type { Playing } from "#comparison/engine/comparison.ts";
import type { PerSide } from "#comparison/sides.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { announcementOf } from "./transport-announcement.ts";

/** A held key steps many times per second, so only the final state is announced. */
const SETTLE_MS = 200;

/** Announces changes to screen readers, whichever control or shortcut made them. */
export function useTransportAnnouncements(comparison: Playing, names: PerSide<string>): void {
  const describeChange = useEffectEvent(announcementOf);
  useEffect(() => {
    let before = comparison.getState();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = comparison.subscribe(() => {
      const after = comparison.getState();
      const announcement = before.isReady ? describeChange(before, after, names) : null;
      before = after;
      if (announcement === null || isSliderHeld()) return;
      clearTimeout(timer);
      timer = setTimeout(() => announce(announcement, "transport"), SETTLE_MS);
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
