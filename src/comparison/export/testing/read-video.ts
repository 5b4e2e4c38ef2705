/** Reads an exported video. */
import { ALL_FORMATS, BlobSource, CanvasSink, EncodedPacketSink, Input } from "mediabunny";
import { type PictureRect, readFrameNumber } from "../../testing/frame-number.ts";

/** The pixels of a picture. */
export function pixelsOf(image: CanvasImageSource & { width: number; height: number }): ImageData {
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** Red, green and blue at a point. */
export function colourAt({ data, width }: ImageData, x: number, y: number): number[] {
  const at = (Math.floor(y) * width + Math.floor(x)) * 4;
  return [...data.subarray(at, at + 3)];
}

/** The frame numbers at several positions of a picture. */
export function numbersIn(image: ImageData, rects: readonly PictureRect[]): (number | null)[] {
  return rects.map((rect) => readFrameNumber(image, rect));
}

/** All pictures and packets of a video. */
export async function readVideo(blob: Blob) {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(blob) });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (!video) throw new Error("no picture");
  const pictures: { image: ImageData; time: number }[] = [];
  for await (const { canvas, timestamp } of new CanvasSink(video, { poolSize: 1 }).canvases()) {
    pictures.push({ image: pixelsOf(canvas), time: timestamp });
  }
  const keyTimes: number[] = [];
  for await (const packet of new EncodedPacketSink(video).packets()) {
    if (packet.type === "key") keyTimes.push(packet.timestamp);
  }
  return {
    codec: await video.getCodec(),
    pictures,
    keyTimes,
    sound: audio && (await readSound(blob)),
  };
}

/** The sound packets as stored in the file. */
export async function readSound(blob: Blob) {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(blob) });
  const audio = await input.getPrimaryAudioTrack();
  if (!audio) return null;
  const packets: { time: number; bytes: string }[] = [];
  for await (const { data, timestamp } of new EncodedPacketSink(audio).packets()) {
    packets.push({ time: timestamp, bytes: data.join() });
  }
  return { codec: await audio.getCodec(), config: await audio.getDecoderConfig(), packets };
}
