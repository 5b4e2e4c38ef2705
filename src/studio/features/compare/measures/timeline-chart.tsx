import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import type { Comparison } from "#comparison/engine/comparison.ts";
import { frameAtPointer, positionOf, sliderMove } from "#comparison/transport/scrub-target.ts";
import { classes } from "#studio/ui/classes.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { useFollow } from "./use-follow.ts";

interface TimelineChartProps {
  comparison: Comparison;
  label: string;
  /** Describes the values at a frame. */
  textAt: (frame: number) => string;
  /** Sets the height. */
  className: string;
  /** Labels of the upper and lower edge. */
  topLabel: string;
  bottomLabel: string | null;
  /** The SVG content. */
  children: ReactNode;
}

/** A chart over the common timeline, with the playhead. Pressing, dragging or arrow keys seek. */
export function TimelineChart({
  comparison,
  label,
  textAt,
  className,
  topLabel,
  bottomLabel,
  children,
}: TimelineChartProps) {
  const chart = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const playhead = useRef<HTMLDivElement>(null);

  useFollow(comparison, ({ frame, frameCount, isPlaying }) => {
    playhead.current?.style.setProperty("left", positionOf(frame, frameCount));
    // The slider keeps its value during playback, so that screen readers do not announce every frame.
    if (isPlaying || !slider.current) return;
    slider.current.max = String(Math.max(1, frameCount - 1));
    slider.current.value = String(frame);
    slider.current.setAttribute("aria-valuetext", textAt(frame));
  });

  function scrub(event: PointerEvent) {
    const box = chart.current?.getBoundingClientRect();
    if (!box) return;
    comparison.scrubTo(frameAtPointer(event.clientX, box, comparison.getState().frameCount));
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { frameRate, frameCount } = comparison.getState();
    const move = sliderMove(event.key, event.shiftKey, frameRate);
    if (move === null) return;
    event.preventDefault();
    if (Number.isFinite(move)) comparison.step(move);
    else comparison.goToFrame(move < 0 ? 0 : frameCount - 1);
  }

  return (
    <div
      ref={chart}
      className={classes(
        "relative cursor-pointer touch-pan-y overflow-hidden rounded-6 bg-surface select-none has-[[type=range]:focus-visible]:outline-2 has-[[type=range]:focus-visible]:outline-offset-2 has-[[type=range]:focus-visible]:outline-focus",
        className,
      )}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        slider.current?.focus({ preventScroll: true });
        scrub(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event);
      }}
      // Fires after both release and cancel.
      onLostPointerCapture={() => comparison.endScrub()}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
      >
        {children}
      </svg>
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0.5 right-1.5 flex flex-col items-end justify-between text-12 text-muted tabular-nums"
      >
        <span>{topLabel}</span>
        <span>{bottomLabel}</span>
      </div>
      <input
        ref={slider}
        type="range"
        min={0}
        defaultValue={0}
        step={1}
        aria-label={label}
        onKeyDown={outsideComposition(handleKeyDown)}
        // Mobile screen readers change the value without key events.
        onChange={(event) => comparison.goToFrame(event.currentTarget.valueAsNumber)}
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
      <div
        ref={playhead}
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink/60 forced-colors:bg-[Highlight]"
      />
    </div>
  );
}
