/** Muxes encoded tracks into an MP4 file that can play while it loads. */
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from "mediabunny";
import type { EncodedAudio, EncodedTrackPacket, EncodedVideo } from "./encoded-track.ts";
import { clearCreationTimes } from "./mp4-creation-times.ts";

/** Muxes the tracks into one MP4 with `moov` first. The same tracks give the same bytes. */
export async function muxMp4(video: EncodedVideo, audio: EncodedAudio | null): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const addVideo = videoTrack(output, video);
  const addAudio = audio ? audioTrack(output, audio) : null;
  await output.start();
  // Interleave by time, so that a player reading from the start gets sound and picture together.
  const inTime = [
    ...video.packets.map((packet) => ({ packet, add: addVideo })),
    ...(audio && addAudio ? audio.packets.map((packet) => ({ packet, add: addAudio })) : []),
  ].sort((a, b) => a.packet.timestamp - b.packet.timestamp);
  for (const { packet, add } of inTime) await add(packet);
  await output.finalize();
  if (!target.buffer) throw new Error("The muxer wrote nothing.");
  const file = new Uint8Array(target.buffer);
  clearCreationTimes(file);
  return file;
}

type AddPacket = (packet: EncodedTrackPacket) => Promise<void>;

function videoTrack(output: Output, video: EncodedVideo): AddPacket {
  const source = new EncodedVideoPacketSource("avc");
  output.addVideoTrack(source, { frameRate: video.frameRate });
  const decoderConfig = {
    codec: video.codec,
    codedWidth: video.width,
    codedHeight: video.height,
    description: video.description,
    colorSpace: { primaries: "bt709", transfer: "bt709", matrix: "bt709", fullRange: false },
  } as const;
  return (packet) => source.add(toEncodedPacket(packet), { decoderConfig });
}

function audioTrack(output: Output, audio: EncodedAudio): AddPacket {
  const source = new EncodedAudioPacketSource("aac");
  output.addAudioTrack(source);
  const decoderConfig = {
    codec: audio.codec,
    sampleRate: audio.sampleRate,
    numberOfChannels: audio.channelCount,
    description: audio.description,
  };
  return (packet) => source.add(toEncodedPacket(packet), { decoderConfig });
}

function toEncodedPacket({ data, isKey, timestamp, duration }: EncodedTrackPacket): EncodedPacket {
  return new EncodedPacket(data, isKey ? "key" : "delta", timestamp, duration);
}
