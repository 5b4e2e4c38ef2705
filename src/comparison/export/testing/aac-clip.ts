/** A clip with AAC sound, which this browser can mux and play but not encode. Its packets are made up. */
import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from "mediabunny";

const SAMPLE_RATE = 48_000;
/** Samples in an AAC packet. */
const PACKET = 1024;
/** AudioSpecificConfig: AAC-LC, 48 kHz, two channels (ISO 14496-3, 1.6.2.1). */
const CONFIG = new Uint8Array([0x11, 0x90]);

/** A clip with a number of sound packets, the first of which precedes the start of the clip. */
export async function withAac(clip: Blob, packets: number): Promise<Blob> {
  const input = new Input({ formats: [MP4], source: new BlobSource(clip) });
  const video = await input.getPrimaryVideoTrack();
  const videoConfig = await video?.getDecoderConfig();
  if (!video || !videoConfig) throw new Error("no picture");
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const picture = new EncodedVideoPacketSource("avc");
  const sound = new EncodedAudioPacketSource("aac");
  output.addVideoTrack(picture);
  output.addAudioTrack(sound);
  await output.start();
  for (let index = 0; index < packets; index += 1) {
    const data = Uint8Array.from({ length: 40 + index }, (_, at) => (index * 31 + at * 7) % 256);
    const time = ((index - 1) * PACKET) / SAMPLE_RATE;
    await sound.add(new EncodedPacket(data, "key", time, PACKET / SAMPLE_RATE), {
      decoderConfig: {
        codec: "mp4a.40.2",
        sampleRate: SAMPLE_RATE,
        numberOfChannels: 2,
        description: CONFIG,
      },
    });
  }
  for await (const packet of new EncodedPacketSink(video).packets()) {
    await picture.add(packet, { decoderConfig: videoConfig });
  }
  await output.finalize();
  if (!target.buffer) throw new Error("no clip");
  return new Blob([target.buffer], { type: "video/mp4" });
}
