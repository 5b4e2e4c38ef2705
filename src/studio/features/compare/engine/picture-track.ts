/** The picture of a clip as its container tells it: what to decode, in which order, and when each frame is shown. */
import {
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  Logging,
  LogLevel,
  MATROSKA,
  MP4,
  QTFF,
  WEBM,
} from "mediabunny";
import { orderOfShowing, type SampleOrder, type TimedSample } from "./sample-order.ts";

export interface PictureTrack extends SampleOrder {
  /** To be disposed when done. */
  input: Input;
  video: InputVideoTrack;
  audio: InputAudioTrack | null;
  /** Bytes of all samples. */
  bytes: number;
}

// What cannot be read is told on the screen, to those whom it concerns.
Logging.level = LogLevel.Silent;

const FORMATS = [MP4, QTFF, WEBM, MATROSKA];

/** Reads the container; null where it holds no picture. Throws where it cannot be read. */
export async function readPictureTrack(blob: Blob): Promise<PictureTrack | null> {
  const input = new Input({ formats: FORMATS, source: new BlobSource(blob) });
  try {
    const video = await input.getPrimaryVideoTrack();
    if (video) {
      const { samples, bytes } = await readSamples(video);
      if (samples.length > 0) {
        const audio = await input.getPrimaryAudioTrack();
        return { input, video, audio, bytes, ...orderOfShowing(samples) };
      }
    }
  } catch (error) {
    input.dispose();
    throw error;
  }
  input.dispose();
  return null;
}

async function readSamples(video: InputVideoTrack) {
  const samples: TimedSample[] = [];
  let bytes = 0;
  const packets = new EncodedPacketSink(video).packets(undefined, undefined, {
    metadataOnly: true,
  });
  for await (const { type, timestamp, duration, byteLength } of packets) {
    samples.push({ isKey: type === "key", timestamp, duration });
    bytes += byteLength;
  }
  return { samples, bytes };
}
