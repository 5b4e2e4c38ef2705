import { useEffect } from "react";
import type { Point } from "#comparison/geometry/shapes.ts";
import { createGestures, type Press } from "#comparison/stage/gestures.ts";
import type { StageModel } from "#comparison/stage/stage-model.ts";

/** Zoom per wheel pixel. A trackpad pinch arrives as a wheel event with ctrl and smaller deltas. */
const WHEEL_RATE = 0.002;
const TRACKPAD_PINCH_RATE = 0.01;
/** A wheel event this soon after a scroll keeps scrolling the page, even when the pointer is over the picture. */
const SCROLLING_MS = 250;
/** Pixels per line for wheels that report lines. */
const LINE_PX = 16;

/** Connects pointer and wheel events in `box`, which the canvas fills, to the model. */
export function useGestures(box: HTMLElement | null, model: StageModel): void {
  useEffect(() => {
    if (!box) return;
    const gestures = createGestures(model);
    let scrolledAt = Number.NEGATIVE_INFINITY;
    const pointOf = (event: MouseEvent): Point => {
      const { left, top } = box.getBoundingClientRect();
      const { pixelRatio } = model.getState();
      return { x: (event.clientX - left) * pixelRatio, y: (event.clientY - top) * pixelRatio };
    };
    const pressOf = (event: PointerEvent): Press => ({
      id: event.pointerId,
      point: pointOf(event),
      isTouch: event.pointerType === "touch",
    });
    const handlers = {
      pointerdown(event: PointerEvent) {
        if (event.button !== 0) return;
        box.setPointerCapture(event.pointerId);
        gestures.down(pressOf(event));
      },
      pointermove: (event: PointerEvent) => gestures.move(pressOf(event)),
      pointerup: (event: PointerEvent) => gestures.up(event.pointerId),
      pointercancel: (event: PointerEvent) => gestures.up(event.pointerId),
      dblclick: (event: MouseEvent) => model.toggleZoom(pointOf(event)),
      wheel(event: WheelEvent) {
        const isOut = event.deltaY > 0;
        if (!event.ctrlKey && event.timeStamp - scrolledAt < SCROLLING_MS) return;
        // When already zoomed out, let the page scroll, except with Ctrl, where the browser would zoom the page.
        if (isOut && model.view.getState().zoom === null && !event.ctrlKey) return;
        event.preventDefault();
        const pixels =
          event.deltaMode === event.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
        const rate = event.ctrlKey ? TRACKPAD_PINCH_RATE : WHEEL_RATE;
        model.zoomTo(model.scale() * Math.exp(-pixels * rate), pointOf(event));
      },
    };
    const away = new AbortController();
    // React's wheel listeners are passive and cannot prevent scrolling.
    const options = { signal: away.signal, passive: false };
    for (const [name, handler] of Object.entries(handlers)) {
      box.addEventListener(name, handler as EventListener, options);
    }
    document.addEventListener("scroll", (event) => (scrolledAt = event.timeStamp), {
      signal: away.signal,
      passive: true,
      capture: true,
    });
    return () => away.abort();
  }, [box, model]);
}
