import { useEffect } from "react";
import { useMediaQuery } from "#studio/ui/use-media-query.ts";
import { useStage, useStageState, useView } from "./use-stage.ts";

const REDUCED_MOTION = "(prefers-reduced-motion: reduce)";

/** How long a blinking view shows each side; null when it changes only while a key or button is held. */
export function useBlinkPeriod(): number | null {
  const isMotionReduced = useMediaQuery(REDUCED_MOTION);
  const hasAsked = useStageState((state) => state.hasAskedToBlink);
  const blinkMs = useView((view) => view.blinkMs);
  return isMotionReduced && !hasAsked ? null : blinkMs;
}

/** Alternates the visible side in the blink view. */
export function useBlink(): void {
  const { model } = useStage();
  const isBlinking = useView(({ view }) => view === "blink");
  const periodMs = useBlinkPeriod();
  useEffect(() => {
    model.set({ blinkSide: "left" });
    if (!isBlinking || periodMs === null) return;
    const timer = setInterval(() => {
      const { blinkSide } = model.getState();
      model.set({ blinkSide: blinkSide === "left" ? "right" : "left" });
    }, periodMs);
    return () => clearInterval(timer);
  }, [model, isBlinking, periodMs]);
}
