/** The playback position: a strip to drag along, with the loop marks on it. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import type { Playing } from "#comparison/engine/comparison.ts";
import { frameAtPointer, positionOf, sliderMove } from "#comparison/transport/scrub-target.ts";
import * as messages from "#messages/compare-transport.ts";
import { useStore } from "#studio/store/use-store.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { formatSeconds } from "../shared/format-seconds.ts";
import { RegionMarks } from "./region-marks.tsx";

interface ScrubberProps {
  comparison: Playing;
  isBlind?: boolean;
  /** The content below the playhead. */
  children: ReactNode;
}

/**
 * Pointers drag anywhere on the strip; keys and screen readers use a native slider. Playback causes no renders: the
 * playhead is moved directly, and the slider's value stays, so that screen readers do not announce every frame.
 */
export function Scrubber({ comparison, isBlind = false, children }: ScrubberProps) {
  const strip = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const isReady = useStore(comparison, (state) => state.isReady);
  const frameCount = useStore(comparison, (state) => state.frameCount);

  useEffect(() => {
    function follow() {
      const { frame, frameCount: count, frameRate, isPlaying } = comparison.getState();
      playhead.current?.style.setProperty("left", positionOf(frame, count));
      if (isPlaying || !slider.current) return;
      slider.current.max = String(Math.max(1, count - 1));
      slider.current.value = String(frame);
      slider.current.setAttribute(
        "aria-valuetext",
        messages.positionText(formatSeconds(frame, frameRate), frame + 1, count),
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
      // Fires after both release and cancel.
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
        aria-label={messages.position}
        onKeyDown={outsideComposition(handleKeyDown)}
        // Mobile screen readers change the value without key events.
        onChange={(event) => comparison.goToFrame(event.currentTarget.valueAsNumber)}
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
      <RegionMarks comparison={comparison} strip={strip} isBlind={isBlind} />
      <div
        ref={playhead}
        aria-hidden="true"
        className="pointer-events-none absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded-full bg-ink forced-colors:bg-[Highlight]"
      />
    </div>
  );
}
