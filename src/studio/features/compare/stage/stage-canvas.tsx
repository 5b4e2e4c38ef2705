import { useEffect, useRef } from "react";
import { attachPainter } from "#comparison/stage/attach-painter.ts";
import { placeOverlay } from "#comparison/stage/place-overlay.ts";
import type { StageModel } from "#comparison/stage/stage-model.ts";
import * as messages from "#messages/compare-stage.ts";
import { useBlinkPeriod } from "./use-blink.ts";
import { useGeometry, useStage, useView } from "./use-stage.ts";

/** The canvas of the stage. Positions the overlay in `box` after each paint. */
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

/** Keeps the model's canvas size up to date in device pixels. */
function followSize(canvas: HTMLCanvasElement, model: StageModel): () => void {
  let pending = 0;
  const reportSize = (width: number, exact?: ResizeObserverSize) => {
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
  // Set the size before the first observation, so that the first pair is not delayed.
  reportSize(canvas.clientWidth);
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return;
    cancelAnimationFrame(pending);
    // Setting the size changes the layout, which inside the observer callback would cause a resize loop.
    pending = requestAnimationFrame(() =>
      // Safari does not report device pixels here.
      reportSize(entry.contentRect.width, entry.devicePixelContentBoxSize?.[0]),
    );
  });
  const isExact = "devicePixelContentBoxSize" in ResizeObserverEntry.prototype;
  observer.observe(canvas, { box: isExact ? "device-pixel-content-box" : "content-box" });
  return () => {
    cancelAnimationFrame(pending);
    observer.disconnect();
  };
}

/**
 * Describes the picture for screen readers. The zoom is rounded to whole percent, so that the text changes less often.
 */
function useDescription(): string {
  const { names } = useStage();
  const periodMs = useBlinkPeriod();
  const isFit = useView(({ zoom }) => zoom === null);
  const scale = useGeometry((model) => Math.round(model.scale() * 100) / 100);
  const picture = useView((view) => {
    switch (view.view) {
      case "wipe":
        return messages.pictures.wipe(names, view.divider, view.isHorizontal);
      case "overlay":
        return messages.pictures.overlay(names, view.opacity);
      case "blink":
        return messages.pictures.blink(names, periodMs);
      case "difference":
        return messages.pictures.difference(names, view.gain, view.isLumaOnly);
      default:
        return messages.pictures.side(names);
    }
  });
  return messages.zoomed(picture, isFit ? messages.fitted(scale) : messages.zoomedTo(scale));
}
