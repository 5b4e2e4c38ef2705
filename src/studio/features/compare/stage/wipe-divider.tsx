import { MoveHorizontal, MoveVertical } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import { clamp } from "#comparison/clamp.ts";
import * as messages from "#messages/compare-stage.ts";
import { classes } from "#studio/ui/classes.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { useStage, useView } from "./use-stage.ts";

const STEP = 0.01;
const BIG_STEP = 0.1;

/** The divider's position after a key press. Left and up shrink the first side. */
function dividerAfter(event: KeyboardEvent, now: number): number | null {
  const step = event.shiftKey ? BIG_STEP : STEP;
  switch (event.key) {
    case "ArrowLeft":
    case "ArrowUp":
      return now - step;
    case "ArrowRight":
    case "ArrowDown":
      return now + step;
    case "PageUp":
      return now - BIG_STEP;
    case "PageDown":
      return now + BIG_STEP;
    case "Home":
      return 0;
    case "End":
      return 1;
    default:
      return null;
  }
}

/**
 * The divider's handle. Pointer drags are handled by the picture; for keys and screen readers it is a native slider.
 */
export function WipeDivider() {
  const { model, names } = useStage();
  const isShown = useView(({ view }) => view === "wipe");
  const isHorizontal = useView((view) => view.isHorizontal);
  const part = useView(({ divider }) => Math.round(divider * 100));
  const input = useRef<HTMLInputElement>(null);
  if (!isShown) return null;

  /** Focuses the slider, so that keys work after the handle was taken with the mouse. */
  function handleMouseDown(event: MouseEvent) {
    event.preventDefault();
    input.current?.focus({ preventScroll: true });
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = dividerAfter(event, model.view.getState().divider);
    if (next === null) return;
    event.preventDefault();
    model.view.set({ divider: clamp(next, 0, 1) });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the slider inside is the control; this handle only shows it
    <div
      onMouseDown={handleMouseDown}
      className={classes(
        "focus-within-ring absolute grid size-9 pointer-coarse:size-11 -translate-1/2 place-items-center rounded-full bg-stage/60 text-on-stage inset-ring-2 inset-ring-on-stage",
        isHorizontal
          ? "top-(--divider) left-[calc(var(--left-x)+var(--left-width)/2)] cursor-row-resize"
          : "top-[calc(var(--left-y)+var(--left-height)/2)] left-(--divider) cursor-col-resize",
      )}
    >
      {isHorizontal ? <MoveVertical size={18} /> : <MoveHorizontal size={18} />}
      <input
        ref={input}
        type="range"
        aria-label={messages.divider}
        aria-orientation={isHorizontal ? "vertical" : "horizontal"}
        aria-valuetext={messages.dividerAt(names.left, part / 100)}
        min={0}
        max={100}
        value={part}
        onChange={(event) => model.view.set({ divider: event.currentTarget.valueAsNumber / 100 })}
        onKeyDown={outsideComposition(handleKeyDown)}
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
    </div>
  );
}
