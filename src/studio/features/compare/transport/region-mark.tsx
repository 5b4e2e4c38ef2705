import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from "react";
import type { Region } from "#comparison/engine/comparison.ts";
import type { Mark } from "#comparison/transport/marks.ts";
import { frameAtPointer, positionOf, sliderMove } from "#comparison/transport/scrub-target.ts";
import * as messages from "#messages/compare-transport.ts";
import { classes } from "#studio/ui/classes.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { formatSeconds } from "../shared/format-seconds.ts";

interface RegionMarkProps {
  mark: Mark;
  label: string;
  letter: string;
  region: Region;
  frameCount: number;
  frameRate: number;
  strip: RefObject<HTMLElement | null>;
  /** Moves the mark and returns its clamped frame. */
  onMove: (frame: number) => number;
  /** Shows the frame after a key press. */
  onShow: (frame: number) => void;
  onDrag: (frame: number) => void;
  onDrop: () => void;
}

/**
 * One end of the loop: a handle beside the region, moved by dragging or by keys. The picture shows the mark's frame.
 */
export function RegionMark(props: RegionMarkProps) {
  const { mark, label, letter, region, frameCount, frameRate, strip } = props;
  const frame = mark === "start" ? region.startFrame : region.endFrame;

  /** Distance from the mark's edge to the pointer at the start of a drag, so that the mark does not jump. */
  const grabbedAt = useRef(0);

  function grab(event: PointerEvent) {
    const grip = event.currentTarget.getBoundingClientRect();
    grabbedAt.current = event.clientX - (mark === "start" ? grip.right : grip.left);
  }

  function drag(event: PointerEvent) {
    const box = strip.current?.getBoundingClientRect();
    if (!box) return;
    const place = event.clientX - grabbedAt.current;
    props.onDrag(props.onMove(frameAtPointer(place, box, frameCount)));
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = sliderMove(event.key, event.shiftKey, frameRate);
    if (move === null) return;
    event.preventDefault();
    props.onShow(props.onMove(frame + move));
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={mark === "start" ? 0 : region.startFrame}
      aria-valuemax={mark === "start" ? region.endFrame : frameCount - 1}
      aria-valuenow={frame}
      aria-valuetext={messages.positionText(formatSeconds(frame, frameRate), frame + 1, frameCount)}
      onKeyDown={outsideComposition(handleKeyDown)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.stopPropagation();
        grab(event);
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
      }}
      onPointerMove={(event) => {
        event.stopPropagation();
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
      }}
      onLostPointerCapture={(event) => {
        event.stopPropagation();
        props.onDrop();
      }}
      className={classes(
        "absolute inset-y-0 z-10 grid w-4 cursor-ew-resize touch-none place-items-center bg-ink text-12 font-semibold text-paper",
        // The touch target is wider than the visible handle.
        "before:absolute before:-inset-y-1 pointer-coarse:before:w-11",
        mark === "start"
          ? "-translate-x-full rounded-l-6 before:right-0"
          : "rounded-r-6 before:left-0",
      )}
      style={{ left: positionOf(frame, frameCount) }}
    >
      {letter}
    </div>
  );
}
