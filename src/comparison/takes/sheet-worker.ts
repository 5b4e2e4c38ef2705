/** Decodes the takes of a sheet concurrently to thumbnails. The owner terminates the worker. */
import { decodeFrames } from "../decode/decode-frames.ts";
import { shrinkFrame } from "../decode/shrink-frame.ts";
import type { SheetReply, SheetRequest } from "./sheet-messages.ts";

function reply(message: SheetReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function decode({ id, media, width, height }: SheetRequest): Promise<void> {
  try {
    await decodeFrames(media, { first: 0, last: media.frameCount - 1 }, async (frame, index) => {
      const image = await shrinkFrame(frame, { width, height });
      reply({ type: "frame", id, index, image }, [image]);
    });
    reply({ type: "end", id });
  } catch {
    reply({ type: "failed", id });
  }
}

self.addEventListener("message", ({ data }: MessageEvent<SheetRequest>) => void decode(data));
