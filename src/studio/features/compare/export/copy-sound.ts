/** A clip's sound as it is: packets are copied and never encoded again, so nothing is lost, in no browser. */
import {
  type AudioCodec,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  Mp4OutputFormat,
} from "mediabunny";
import { readPictureTrack } from "../engine/picture-track.ts";

export interface CopiedSound {
  codec: AudioCodec;
  config: AudioDecoderConfig;
  packets: EncodedPacket[];
}

/** A stretch of a clip, in seconds from its first frame; it may begin before that and end after the clip's end. */
export interface SoundSpan {
  startS: number;
  lengthS: number;
}

/**
 * Decoders need a little of the sound before a cut to come in as it was (80 ms: RFC 7845, 4.6, for Opus; AAC needs one
 * packet). It lies before the video's beginning, where the container's edit list leaves it unheard.
 */
const LEAD_IN_S = 0.08;

/** The packets that sound in a stretch, timed from its beginning. Null where there is none, or where MP4 cannot hold it. */
export async function copySound(
  blob: Blob,
  { startS, lengthS }: SoundSpan,
): Promise<CopiedSound | null> {
  const track = await readPictureTrack(blob);
  if (!track?.audio) return null;
  try {
    const { audio, firstTimeS } = track;
    const codec = await audio.getCodec();
    const config = await audio.getDecoderConfig();
    const isHeld = codec && new Mp4OutputFormat().getSupportedAudioCodecs().includes(codec);
    if (!isHeld || !config) return null;
    const packets: EncodedPacket[] = [];
    for await (const packet of new EncodedPacketSink(audio).packets()) {
      const timestamp = packet.timestamp - firstTimeS - startS;
      if (timestamp + packet.duration <= -LEAD_IN_S) continue;
      if (timestamp >= lengthS) break;
      packets.push(packet.clone({ timestamp }));
    }
    return packets.length > 0 ? { codec, config, packets } : null;
  } finally {
    track.input.dispose();
  }
}

/** A track for a video; `write` once the video was begun. */
export function soundTrack({ codec, config, packets }: CopiedSound) {
  const source = new EncodedAudioPacketSource(codec);
  return {
    source,
    async write() {
      for (const packet of packets) await source.add(packet, { decoderConfig: config });
      source.close();
    },
  };
}
