import { type RefObject, useEffect } from "react";
import type { Comparison } from "#comparison/engine/comparison.ts";
import { type PerSide, SIDES } from "#comparison/sides.ts";
import type { Levels } from "#comparison/sound/audible-side.ts";
import {
  filledOf,
  type Meter,
  moveMeter,
  SILENT_METER,
} from "#comparison/transport/level-meter.ts";

/** Draws both sides' level meters on their canvases without React. Draws only during playback and while visible. */
export function useLevelMeters(
  comparison: Comparison,
  canvases: PerSide<RefObject<HTMLCanvasElement | null>>,
  isPlaying: boolean,
): void {
  useEffect(() => {
    const colours = coloursOf(canvases.left.current ?? canvases.right.current);
    const meters: Record<keyof typeof canvases, Meter[]> = { left: [], right: [] };
    let last = performance.now();
    let request = 0;

    function draw(now: number) {
      const levels = comparison.readLevels();
      // An animation frame's timestamp is its start, which may precede this effect.
      const elapsedMs = Math.max(0, now - last);
      for (const side of SIDES) {
        const moved = moveAll(meters[side], levels[side], elapsedMs);
        meters[side] = moved;
        const canvas = canvases[side].current;
        // Zero width means that the row is collapsed.
        if (canvas && canvas.clientWidth > 0) drawMeters(canvas, moved, colours);
      }
      last = now;
      request = requestAnimationFrame(draw);
    }

    if (!isPlaying) {
      for (const side of SIDES) {
        const canvas = canvases[side].current;
        if (canvas) drawMeters(canvas, [], colours);
      }
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

function drawMeters(canvas: HTMLCanvasElement, meters: readonly Meter[], colours: Colours) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { width, height } = canvas;
  context.clearRect(0, 0, width, height);
  const rowHeight = Math.floor(height / Math.max(meters.length, 2));
  for (const [row, meter] of meters.entries()) {
    context.fillStyle = meter.clippedMs > 0 ? colours.clipped : colours.usual;
    context.fillRect(0, row * rowHeight, width * filledOf(meter), rowHeight - 1);
  }
}

interface Colours {
  usual: string;
  clipped: string;
}

/** Reads the colours from the canvas's CSS classes. Called once, because it forces a style recalculation. */
function coloursOf(canvas: HTMLCanvasElement | null): Colours {
  const { color = "", accentColor = "" } = canvas ? getComputedStyle(canvas) : {};
  return { usual: color, clipped: accentColor };
}
