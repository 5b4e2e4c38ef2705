import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from "mediabunny";
import { boxesBetween } from "../encode/mp4-boxes.ts";

/** Reads a finished clip with an independent demuxer. */
export async function readClip(file: Uint8Array) {
  using input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (!video) throw new Error("The clip has no picture.");
  const times: number[] = [];
  const keyTimes: number[] = [];
  const packets = new EncodedPacketSink(video).packets();
  for await (const packet of packets) {
    times.push(packet.timestamp);
    if (packet.type === "key") keyTimes.push(packet.timestamp);
  }
  return {
    boxes: boxesBetween(file, 0, file.length).map((box) => box.type),
    duration: await input.computeDuration(),
    video: {
      codec: await video.getCodecParameterString(),
      width: await video.getDisplayWidth(),
      height: await video.getDisplayHeight(),
      colorSpace: await video.getColorSpace(),
      duration: await video.computeDuration(),
      times,
      keyTimes,
    },
    audio: audio && {
      codec: await audio.getCodecParameterString(),
      sampleRate: await audio.getSampleRate(),
      channelCount: await audio.getNumberOfChannels(),
      duration: await audio.computeDuration(),
    },
  };
}
