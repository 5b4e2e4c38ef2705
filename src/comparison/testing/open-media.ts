/** Opened clips for tests. */
import type { ClipMedia } from "../media/clip-media.ts";
import { openClipMedia } from "../media/open-clip.ts";
import { readFrameNumber } from "./frame-number.ts";
import { makeTestClip, type TestClipOptions } from "./make-test-clip.ts";

/** Makes a clip and opens it. */
export async function openTestClip(options: TestClipOptions = {}): Promise<ClipMedia> {
  const opening = await openClipMedia(await makeTestClip(options));
  if (!opening.ok) throw new Error(opening.reason);
  return opening.media;
}

const context = new OffscreenCanvas(160, 90).getContext("2d", { willReadFrequently: true });

/** The number in a picture, read from its painted pixels. */
export function paintedNumber(image: CanvasImageSource): number | null {
  if (!context) throw new Error("no canvas");
  context.drawImage(image, 0, 0, 160, 90);
  return readFrameNumber(context.getImageData(0, 0, 160, 90));
}
