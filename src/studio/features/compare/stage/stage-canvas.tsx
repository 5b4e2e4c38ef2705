import { useEffect, useRef } from "react";
import * as words from "#messages/compare-stage.ts";
import { attachPainter } from "./attach-painter.ts";
import { placeOverlay } from "./place-overlay.ts";
import type { StageModel } from "./stage-model.ts";
import { useBlinkPeriod } from "./use-blink.ts";
import { useGeometry, useStage, useView } from "./use-stage.ts";

/** The picture itself. What lies over it in `box` follows each painting. */
export function StageCanvas({ box }: { box: HTMLElement | null }) {
  const { model } = useStage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const description = useDescription();

  useEffect(() => {
    if (!canvas.current || !box) return;
    const stopFollowing = followSize(canvas.current, model);
    const stopPainting = attachPainter(model, canvas.current, () => placeOverlay(box, model));
    return () => {
      stopPainting();
      stopFollowing();
      model.pixels.release();
    };
  }, [box, model]);

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={description}
      className="absolute inset-0 size-full"
    />
  );
}

/** Tells the model the canvas's size in the screen's own pixels. */
function followSize(canvas: HTMLCanvasElement, model: StageModel): () => void {
  let pending = 0;
  const tell = (width: number, exact?: ResizeObserverSize) => {
    const size = exact
      ? { width: exact.inlineSize, height: exact.blockSize }
      : {
          width: Math.round(canvas.clientWidth * devicePixelRatio),
          height: Math.round(canvas.clientHeight * devicePixelRatio),
        };
    const { canvas: known } = model.getState();
    if (known.width === size.width && known.height === size.height) return;
    model.set({ canvas: size, pixelRatio: width > 0 ? size.width / width : devicePixelRatio });
  };
  // Before the first observation, so that the first pair need not wait for it.
  tell(canvas.clientWidth);
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return;
    cancelAnimationFrame(pending);
    // What is told here is laid out anew: done inside the observation, it would be a loop.
    pending = requestAnimationFrame(() =>
      // Safari does not know device pixels here.
      tell(entry.contentRect.width, entry.devicePixelContentBoxSize?.[0]),
    );
  });
  const isExact = "devicePixelContentBoxSize" in ResizeObserverEntry.prototype;
  observer.observe(canvas, { box: isExact ? "device-pixel-content-box" : "content-box" });
  return () => {
    cancelAnimationFrame(pending);
    observer.disconnect();
  };
}

/** The state of the picture in words. Its zoom counts in whole per cent: it is not told anew on every move. */
function useDescription(): string {
  const { names } = useStage();
  const periodMs = useBlinkPeriod();
  const isFit = useView(({ zoom }) => zoom === null);
  const scale = useGeometry((model) => Math.round(model.scale() * 100) / 100);
  const picture = useView((view) => {
    switch (view.view) {
      case "wipe":
        return words.pictures.wipe(names, view.divider, view.isHorizontal);
      case "overlay":
        return words.pictures.overlay(names, view.opacity);
      case "blink":
        return words.pictures.blink(names, periodMs);
      case "difference":
        return words.pictures.difference(names, view.gain, view.isLumaOnly);
      default:
        return words.pictures.side(names);
    }
  });
  return words.zoomed(picture, isFit ? words.fitted(scale) : words.zoomedTo(scale));
}
