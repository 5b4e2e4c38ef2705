/** Reads the tracks of an MP4. */
import { BufferSource, EncodedPacketSink, Input, MP4 } from "mediabunny";

interface Mp4 {
  width: number;
  height: number;
  /** Number of video frames. */
  frames: number;
  /** Of the audio; null without audio. */
  codec: string | null;
  /** The audio packets, in base64. */
  sound: string[];
}

export async function readMp4(bytes: Uint8Array<ArrayBuffer>): Promise<Mp4> {
  const input = new Input({ formats: [MP4], source: new BufferSource(bytes) });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (video === null) throw new Error("The file has no video track.");
  const sound: string[] = [];
  if (audio !== null) {
    for await (const { data } of new EncodedPacketSink(audio).packets()) {
      sound.push(Buffer.from(data).toString("base64"));
    }
  }
  return {
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    frames: (await video.computePacketStats()).packetCount,
    codec: audio && (await audio.getCodec()),
    sound,
  };
}
