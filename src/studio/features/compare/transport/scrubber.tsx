/** The position in both clips: thumbnails to drag along, with the marks of the loop on them. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import * as words from "#messages/compare-transport.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import type { Playing } from "../engine/comparison.ts";
import { formatSeconds } from "./format-seconds.ts";
import { RegionMarks } from "./region-marks.tsx";
import { frameAtPointer, placeOf, sliderMove } from "./scrub-target.ts";
import { useSelected } from "./use-selected.ts";

interface ScrubberProps {
  comparison: Playing;
  isBlind?: boolean;
  /** What lies under the playhead. */
  children: ReactNode;
}

/**
 * Pointers drag on the whole strip; keys and screen readers have a native slider. Nothing here renders while it plays:
 * the playhead follows by itself, and the slider's value rests, so that no screen reader counts along.
 */
export function Scrubber({ comparison, isBlind = false, children }: ScrubberProps) {
  const strip = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const isReady = useSelected(comparison, (state) => state.isReady);
  const frameCount = useSelected(comparison, (state) => state.frameCount);

  useEffect(() => {
    function follow() {
      const { frame, frameCount: count, frameRate, isPlaying } = comparison.getState();
      playhead.current?.style.setProperty("left", placeOf(frame, count));
      if (isPlaying || !slider.current) return;
      slider.current.max = String(Math.max(1, count - 1));
      slider.current.value = String(frame);
      slider.current.setAttribute(
        "aria-valuetext",
        words.positionText(formatSeconds(frame, frameRate), frame + 1, count),
      );
    }
    follow();
    return comparison.subscribe(follow);
  }, [comparison]);

  function scrub(event: PointerEvent) {
    const box = strip.current?.getBoundingClientRect();
    if (box) comparison.scrubTo(frameAtPointer(event.clientX, box, frameCount));
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { frameRate } = comparison.getState();
    const move = sliderMove(event.key, event.shiftKey, frameRate);
    if (move === null) return;
    event.preventDefault();
    if (Number.isFinite(move)) comparison.step(move);
    else comparison.goToFrame(move < 0 ? 0 : frameCount - 1);
  }

  return (
    <div
      ref={strip}
      className="relative touch-pan-y rounded-6 select-none has-[[type=range]:focus-visible]:outline-2 has-[[type=range]:focus-visible]:outline-offset-2 has-[[type=range]:focus-visible]:outline-focus"
      onPointerDown={(event) => {
        if (event.button !== 0 || !isReady) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        slider.current?.focus({ preventScroll: true });
        scrub(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event);
      }}
      // Comes after a release and after a cancel alike.
      onLostPointerCapture={() => comparison.endScrub()}
    >
      {children}
      <input
        ref={slider}
        type="range"
        min={0}
        defaultValue={0}
        step={1}
        disabled={!isReady}
        aria-label={words.position}
        onKeyDown={outsideComposition(handleKeyDown)}
        // Screen readers on phones move it without keys.
        onChange={(event) => comparison.goToFrame(event.currentTarget.valueAsNumber)}
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
      <RegionMarks comparison={comparison} strip={strip} isBlind={isBlind} />
      <div
        ref={playhead}
        aria-hidden="true"
        className="pointer-events-none absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded-full bg-accent"
      />
    </div>
  );
}
