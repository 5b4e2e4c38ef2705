import { type RefObject, useEffect } from "react";
import type { Comparison, Levels } from "../engine/comparison.ts";
import { type PerSide, SIDES } from "../side.ts";
import { filledOf, type Meter, moveMeter, SILENT_METER } from "./level-meter.ts";

/** Draws both sides' meters on their canvases, without React, only while it plays and they are seen. */
export function useLevelMeters(
  comparison: Comparison,
  canvases: PerSide<RefObject<HTMLCanvasElement | null>>,
  isPlaying: boolean,
): void {
  useEffect(() => {
    const meters: Record<keyof typeof canvases, Meter[]> = { left: [], right: [] };
    let last = performance.now();
    let request = 0;

    function draw(now: number) {
      const levels = comparison.readLevels();
      // A frame's time is when it began, which can lie before this effect ran.
      const elapsedMs = Math.max(0, now - last);
      for (const side of SIDES) {
        const moved = moveAll(meters[side], levels[side], elapsedMs);
        meters[side] = moved;
        const canvas = canvases[side].current;
        // Without a box it is not seen: its row is folded up.
        if (canvas && canvas.clientWidth > 0) drawMeters(canvas, moved);
      }
      last = now;
      request = requestAnimationFrame(draw);
    }

    if (!isPlaying) {
      for (const side of SIDES) canvases[side].current && drawMeters(canvases[side].current, []);
      return;
    }
    request = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(request);
  }, [comparison, canvases, isPlaying]);
}

function moveAll(meters: readonly Meter[], levels: Levels | null, elapsedMs: number): Meter[] {
  return (levels ?? []).map((peak, channel) =>
    moveMeter(meters[channel] ?? SILENT_METER, peak, elapsedMs),
  );
}

function drawMeters(canvas: HTMLCanvasElement, meters: readonly Meter[]) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { width, height } = canvas;
  const { color, accentColor } = getComputedStyle(canvas);
  context.clearRect(0, 0, width, height);
  const rows = Math.max(meters.length, 2);
  const rowHeight = Math.floor(height / rows);
  for (const [row, meter] of meters.entries()) {
    context.fillStyle = meter.clippedMs > 0 ? accentColor : color;
    context.fillRect(0, row * rowHeight, width * filledOf(meter), rowHeight - 1);
  }
}
