/** Finds decoded frames and bitmaps that are never closed. They hold memory that garbage collection frees late. */
import { onTestFinished, vi } from "vitest";

interface Picture {
  readonly kind: string;
  isOpen(): boolean;
}

/** Records every picture that the browser makes until the test ends. Returns the kinds of those still open. */
export function trackPictures(): { made: () => number; open: () => string[] } {
  const pictures: Picture[] = [];
  const { createImageBitmap: create, VideoFrame: Frame, VideoDecoder: Decoder } = globalThis;

  function keep<Kept extends VideoFrame | ImageBitmap>(picture: Kept, kind: string): Kept {
    // A closed picture has no size.
    const isOpen = () => ("codedWidth" in picture ? picture.codedWidth : picture.width) > 0;
    pictures.push({ kind, isOpen });
    return picture;
  }

  vi.stubGlobal(
    "VideoDecoder",
    class extends Decoder {
      constructor({ output, error }: VideoDecoderInit) {
        super({ output: (frame) => output(keep(frame, "decoded frame")), error });
      }
    },
  );
  vi.stubGlobal(
    "VideoFrame",
    new Proxy(Frame, {
      construct: (target, parts) => keep(Reflect.construct(target, parts), "new frame"),
    }),
  );
  const clone = Frame.prototype.clone;
  vi.spyOn(Frame.prototype, "clone").mockImplementation(function (this: VideoFrame) {
    return keep(clone.call(this), "cloned frame");
  });
  vi.stubGlobal("createImageBitmap", async (...parts: Parameters<typeof create>) =>
    keep(await create(...parts), "bitmap"),
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  return {
    made: () => pictures.length,
    open: () => pictures.filter((picture) => picture.isOpen()).map(({ kind }) => kind),
  };
}
