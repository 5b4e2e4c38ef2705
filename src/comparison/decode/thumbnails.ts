/** Makes thumbnails of a clip for a scrubber. */
import type { ClipMedia } from "../media/clip-media.ts";
import type { PictureTrack } from "../media/picture-track.ts";
import { decodeSamples } from "./decode-samples.ts";

export interface Thumbnail {
  /** Frame number within the clip. */
  frame: number;
  /** At the requested height; the caller closes it. */
  image: ImageBitmap;
}

/**
 * Yields up to `count` evenly spread thumbnails in presentation order. A key frame close to a position is used instead
 * of the exact frame, because it decodes without the frames before it. Ends early when aborted or when the clip stops
 * decoding.
 */
export async function* makeThumbnails(
  media: ClipMedia,
  { count, height }: { count: number; height: number },
  signal: AbortSignal,
): AsyncGenerator<Thumbnail, void, undefined> {
  const size = {
    resizeHeight: height,
    resizeWidth: Math.max(1, Math.round((height * media.width) / media.height)),
    resizeQuality: "low",
  } as const;
  try {
    for await (const { index, frame } of decodeSamples(media, chooseEvenly(count), { signal })) {
      yield { frame: index, image: await createImageBitmap(frame, size) };
    }
  } catch {
    // The scrubber works with fewer thumbnails or none.
  }
}

/** Selects evenly spread frames and the samples needed to decode them. */
export function chooseEvenly(count: number) {
  return ({ sampleOf, samples, keyOf }: Pick<PictureTrack, "sampleOf" | "samples" | "keyOf">) => {
    const step = sampleOf.length / Math.min(count, sampleOf.length);
    const wanted = new Set<number>();
    const needed = new Set<number>();
    for (let place = step / 2; place < sampleOf.length; place += step) {
      const sample = sampleOf[Math.floor(place)] ?? 0;
      const key = keyOf[sample] ?? 0;
      const keyFrame = samples[key]?.frame ?? -1;
      const isClose = keyFrame >= 0 && !wanted.has(keyFrame) && place - keyFrame < step;
      const last = isClose ? key : sample;
      wanted.add(isClose ? keyFrame : Math.floor(place));
      for (let each = key; each <= last; each += 1) needed.add(each);
    }
    return {
      samples: [...needed].sort((a, b) => a - b),
      isWanted: (frame: number) => wanted.has(frame),
    };
  };
}
