import { AudioDecoder, EncodedAudioChunk } from "@napi-rs/webcodecs";
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from "mediabunny";

/** Decodes the sound of a finished clip. Returns the samples of each channel. */
export async function decodeSound(file: Uint8Array): Promise<Float32Array[]> {
  using input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  const audio = await input.getPrimaryAudioTrack();
  const config = await audio?.getDecoderConfig();
  if (!audio || !config) throw new Error("The clip has no sound.");
  const channels: number[][] = Array.from({ length: config.numberOfChannels }, () => []);
  const decoder = new AudioDecoder({
    output(data) {
      for (const [planeIndex, samples] of channels.entries()) {
        const plane = new Float32Array(data.numberOfFrames);
        data.copyTo(plane, { planeIndex, format: "f32-planar" });
        samples.push(...plane);
      }
      data.close();
    },
    // The flush below rejects as well.
    error() {},
  });
  decoder.configure({
    codec: config.codec,
    sampleRate: config.sampleRate,
    numberOfChannels: config.numberOfChannels,
    description: new Uint8Array(config.description as ArrayBuffer),
  });
  for await (const { data, timestamp, type } of new EncodedPacketSink(audio).packets()) {
    decoder.decode(new EncodedAudioChunk({ type, data, timestamp: Math.round(timestamp * 1e6) }));
  }
  await decoder.flush();
  decoder.close();
  return channels.map((samples) => Float32Array.from(samples));
}
