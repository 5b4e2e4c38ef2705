/** Measures a clip off the main thread. The owner terminates the worker; it keeps nothing. */
import { decodeFrames } from "../decode/decode-frames.ts";
import type { MeasureReply, MeasureRequest } from "./measure-messages.ts";
import { sizeOfArea } from "./picture/common-size.ts";
import { measurePicture } from "./picture/measure-picture.ts";
import { createLumaReader } from "./picture/read-luma.ts";
import type { ClipReport } from "./report.ts";
import { measureSound } from "./sound/measure-sound.ts";

function reply(message: MeasureReply): void {
  self.postMessage(message);
}

async function measure({ media, area, sound }: MeasureRequest): Promise<ClipReport> {
  const { width, height } = sizeOfArea(media, area);
  const readLuma = createLumaReader(width, height);
  const picture = measurePicture(media);
  let reported = 0;
  await decodeFrames(media, { first: 0, last: media.frameCount - 1 }, async (frame, index) => {
    picture.add(index, await readLuma(frame));
    const percent = Math.floor(((index + 1) / media.frameCount) * 100);
    if (percent > reported) reply({ kind: "progress", part: percent / 100 });
    reported = percent;
  });
  return {
    picture: picture.finish(),
    sound: typeof sound === "string" ? sound : measureSound(sound),
  };
}

// Only the page that created the worker can post to it, and it sends a single request.
self.addEventListener("message", ({ data }: MessageEvent<MeasureRequest>) => {
  measure(data).then(
    (report) => reply({ kind: "report", report }),
    () => reply({ kind: "failed" }),
  );
});
