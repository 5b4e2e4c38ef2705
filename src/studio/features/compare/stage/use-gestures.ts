import { useEffect } from "react";
import type { Point } from "./geometry.ts";
import { createGestures, type Press } from "./gestures.ts";
import type { StageModel } from "./stage-model.ts";

/** What a pixel of wheel is worth; a pinch on a trackpad comes as a wheel with ctrl, in smaller numbers. */
const WHEEL_RATE = 0.002;
const TRACKPAD_PINCH_RATE = 0.01;
/** A page that was scrolled so short a time ago is still being scrolled, also when the picture comes under the pointer. */
const SCROLLING_MS = 250;
/** A wheel that counts lines. */
const LINE_PX = 16;

/** Lets pointers, fingers and wheel act on the picture inside `box`, which the canvas fills. */
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
        // Nothing smaller to be seen: the page scrolls on. With ctrl it would change its own size.
        if (isOut && model.view.getState().zoom === null && !event.ctrlKey) return;
        event.preventDefault();
        const pixels =
          event.deltaMode === event.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
        const rate = event.ctrlKey ? TRACKPAD_PINCH_RATE : WHEEL_RATE;
        model.zoomTo(model.scale() * Math.exp(-pixels * rate), pointOf(event));
      },
    };
    const away = new AbortController();
    // React listens to wheels passively, and then the page cannot be kept from scrolling.
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
