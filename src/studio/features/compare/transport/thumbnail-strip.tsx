/** Thumbnails of both clips along the timeline, one row each. */
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { makeThumbnails } from "#comparison/decode/thumbnails.ts";
import type { Comparison } from "#comparison/engine/comparison.ts";
import { SIDES } from "#comparison/sides.ts";
import { settledWidth, thumbnailCount } from "#comparison/transport/thumbnail-count.ts";
import { whenIdle } from "#comparison/transport/when-idle.ts";
import { useStore } from "#studio/store/use-store.ts";

/** The displayed row height in CSS pixels. */
const ROW_HEIGHT = 22;

interface ThumbnailStripProps {
  comparison: Comparison;
  /** Replaced in tests, which have no real clips. */
  makePictures?: typeof makeThumbnails;
}

/** The left clip's row above the right one's, each offset in time. Filled while the comparison is idle. */
export function ThumbnailStrip({ comparison, makePictures = makeThumbnails }: ThumbnailStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const frameCount = useStore(comparison, (state) => state.frameCount);
  const frameRate = useStore(comparison, (state) => state.frameRate);
  const offset = useStore(comparison, (state) => state.offsetFrames);

  useLayoutEffect(() => {
    const element = strip.current;
    if (!element) return;
    const measure = () => setWidth((before) => settledWidth(before, element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const stopping = new AbortController();
    if (strip.current && width > 0) {
      void fill(strip.current, { comparison, makePictures }, stopping.signal);
    }
    return () => stopping.abort();
  }, [comparison, makePictures, width]);

  return (
    <div ref={strip} aria-hidden="true" className="grid gap-px overflow-hidden rounded-6">
      {SIDES.map((side) => {
        const media = comparison.media[side];
        const frames = media.durationS * frameRate;
        return (
          <div
            key={side}
            data-side={side}
            style={{
              height: ROW_HEIGHT,
              marginInlineStart: `${((side === "right" ? offset : 0) / frameCount) * 100}%`,
              width: `${(frames / frameCount) * 100}%`,
            }}
            className="flex bg-on-stage/10"
          >
            {Array.from({ length: thumbnailCount(media, width, ROW_HEIGHT) }, (_, index) => (
              <canvas
                // biome-ignore lint/suspicious/noArrayIndexKey: a thumbnail is identified by its position alone
                key={index}
                width={1}
                height={1}
                // No intrinsic width, because it would keep the row wide after the page became narrower.
                className="h-full w-0 flex-1 object-cover"
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

async function fill(
  strip: HTMLElement,
  { comparison, makePictures }: Required<ThumbnailStripProps>,
  signal: AbortSignal,
): Promise<void> {
  const height = Math.ceil(ROW_HEIGHT * devicePixelRatio);
  for (const side of SIDES) {
    const places = strip.querySelectorAll<HTMLCanvasElement>(`[data-side="${side}"] canvas`);
    let index = 0;
    await whenIdle(comparison, signal);
    if (signal.aborted) return;
    const pictures = makePictures(comparison.media[side], { count: places.length, height }, signal);
    for await (const { image } of pictures) {
      const place = places[index];
      if (place) draw(place, image);
      image.close();
      index += 1;
      await whenIdle(comparison, signal);
      if (signal.aborted) return;
    }
  }
}

function draw(canvas: HTMLCanvasElement, picture: ImageBitmap) {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
}
