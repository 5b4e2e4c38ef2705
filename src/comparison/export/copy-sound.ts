/** Copies a clip's sound without re-encoding, which loses nothing and works in every browser. */
import {
  type AudioCodec,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  Mp4OutputFormat,
} from "mediabunny";
import { readPictureTrack } from "../media/picture-track.ts";

export interface CopiedSound {
  codec: AudioCodec;
  config: AudioDecoderConfig;
  packets: EncodedPacket[];
}

/** A span in seconds from the clip's first frame. It may start before that and end after the clip. */
export interface SoundSpan {
  startS: number;
  lengthS: number;
}

/**
 * Decoders need a little sound before a cut to converge (80 ms: RFC 7845, 4.6, for Opus; AAC needs one packet). It is
 * placed before the start of the video, where the edit list keeps it inaudible.
 */
const LEAD_IN_S = 0.08;

/** The packets of a span, timed from its start. Null if there are none, or if MP4 does not support the codec. */
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

/** A track for a video. Call `write` after the output has started. */
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
