/** Thumbnails of both clips along the timeline, one row each. */
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { makeThumbnails } from "#comparison/decode/thumbnails.ts";
import type { Comparison } from "#comparison/engine/comparison.ts";
import { SIDES } from "#comparison/sides.ts";
import { settledWidth, thumbnailCount } from "#comparison/transport/thumbnail-count.ts";
import { whenIdle } from "#comparison/transport/when-idle.ts";
import { useStore } from "#studio/store/use-store.ts";

interface ThumbnailStripProps {
  comparison: Comparison;
  /** Replaced in tests, which have no real clips. */
  makePictures?: typeof makeThumbnails;
}

/**
 * The left clip's row above the right one's, each offset in time. Pictures are made while the comparison is idle, and
 * shown all at once.
 */
export function ThumbnailStrip({ comparison, makePictures = makeThumbnails }: ThumbnailStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [rowHeight, setRowHeight] = useState(0);
  const frameCount = useStore(comparison, (state) => state.frameCount);
  const frameRate = useStore(comparison, (state) => state.frameRate);
  const offset = useStore(comparison, (state) => state.offsetFrames);

  useLayoutEffect(() => {
    const element = strip.current;
    if (!element) return;
    const measure = () => {
      setWidth((before) => settledWidth(before, element.clientWidth));
      setRowHeight(element.firstElementChild?.clientHeight ?? 0);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const stopping = new AbortController();
    if (strip.current && width > 0 && rowHeight > 0) {
      const height = Math.ceil(rowHeight * devicePixelRatio);
      void fill(strip.current, { comparison, makePictures, height }, stopping.signal);
    }
    return () => stopping.abort();
  }, [comparison, makePictures, width, rowHeight]);

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
              marginInlineStart: `${((side === "right" ? offset : 0) / frameCount) * 100}%`,
              width: `${(frames / frameCount) * 100}%`,
            }}
            className="flex h-6 bg-on-stage/10 min-[68.75rem]:tall:h-12"
          >
            {Array.from({ length: thumbnailCount(media, width, rowHeight) }, (_, index) => (
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

interface Filling extends Required<ThumbnailStripProps> {
  /** Height of a picture in device pixels. */
  height: number;
}

async function fill(
  strip: HTMLElement,
  { comparison, makePictures, height }: Filling,
  signal: AbortSignal,
): Promise<void> {
  const made: { place: HTMLCanvasElement | undefined; image: ImageBitmap }[] = [];
  for (const side of SIDES) {
    const places = strip.querySelectorAll<HTMLCanvasElement>(`[data-side="${side}"] canvas`);
    let index = 0;
    await whenIdle(comparison, signal);
    if (signal.aborted) break;
    const pictures = makePictures(comparison.media[side], { count: places.length, height }, signal);
    for await (const { image } of pictures) {
      made.push({ place: places[index], image });
      index += 1;
      await whenIdle(comparison, signal);
      if (signal.aborted) break;
    }
  }
  for (const { place, image } of made) {
    if (place && !signal.aborted) draw(place, image);
    image.close();
  }
}

function draw(canvas: HTMLCanvasElement, picture: ImageBitmap) {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
}
