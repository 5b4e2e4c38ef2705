/** Looks into an MP4. */
import { BufferSource, EncodedPacketSink, Input, MP4 } from "mediabunny";

interface Film {
  width: number;
  height: number;
  /** How many there are. */
  frames: number;
  /** Null for a silent one. */
  codec: string | null;
  /** The packets of the sound, byte for byte. */
  sound: string[];
}

/** Its facts, and its sound. */
export async function readFilm(bytes: Uint8Array<ArrayBuffer>): Promise<Film> {
  const input = new Input({ formats: [MP4], source: new BufferSource(bytes) });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (video === null) throw new Error("There is no picture in it.");
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
