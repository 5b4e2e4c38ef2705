/** Reads facts from a clip's container that a `<video>` element does not expose: frame times and sound support. */
import { EncodedPacketSink, type Input } from "mediabunny";
import { openArrivingContainer, openContainer, openRemoteContainer } from "./container.ts";
import { presentationOrder, type TimedSample } from "./sample-order.ts";
import { type SoundSupport, soundSupportOf } from "./sound-support.ts";

export interface ClipFacts {
  /** Start of each frame in seconds, on the file's own clock. Ascending. */
  frameStarts: readonly number[];
  /** End of the last frame, on the same clock. */
  endS: number;
  sound: SoundSupport;
}

/** A file, its address, or its bytes while they arrive. */
type ClipBytes = Blob | string | ReadableStream<Uint8Array>;

/** Reads the sample table without decoding frames. Throws if the container is unreadable or has no video. */
export async function readClipFacts(clip: ClipBytes): Promise<ClipFacts> {
  const input = open(clip);
  try {
    return await factsOf(input);
  } finally {
    input.dispose();
  }
}

function open(clip: ClipBytes): Input {
  if (typeof clip === "string") return openRemoteContainer(clip);
  return clip instanceof Blob ? openContainer(clip) : openArrivingContainer(clip);
}

async function factsOf(input: Input): Promise<ClipFacts> {
  const video = await input.getPrimaryVideoTrack();
  if (!video) throw new Error("The file holds no picture.");
  const samples: TimedSample[] = [];
  const packets = new EncodedPacketSink(video).packets(undefined, undefined, {
    metadataOnly: true,
  });
  for await (const { type, timestamp, duration } of packets) {
    samples.push({ isKey: type === "key", timestamp, duration });
  }
  if (samples.length === 0) throw new Error("The file holds no frame.");
  const { frameTimes, firstTimeS, durationS } = presentationOrder(samples);
  return {
    frameStarts: frameTimes.map((time) => time + firstTimeS),
    endS: firstTimeS + durationS,
    sound: await soundSupportOf(await input.getPrimaryAudioTrack()),
  };
}
