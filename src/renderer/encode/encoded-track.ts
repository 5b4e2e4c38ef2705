/** One packet of a track, in decode order (which is presentation order: the encoder makes no B-frames). */
export interface EncodedTrackPacket {
  data: Uint8Array;
  isKey: boolean;
  /** Seconds; negative for samples that come before the clip and are trimmed by its edit list. */
  timestamp: number;
  /** Seconds. */
  duration: number;
}

/** A whole video track, ready for the muxer. */
export interface EncodedVideo {
  codec: string;
  width: number;
  height: number;
  frameRate: number;
  /** The AVC decoder configuration record (ISO/IEC 14496-15, 5.3.3). */
  description: Uint8Array;
  packets: EncodedTrackPacket[];
}

/** A whole audio track, ready for the muxer. */
export interface EncodedAudio {
  codec: string;
  sampleRate: number;
  channelCount: number;
  /** The AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1). */
  description: Uint8Array;
  packets: EncodedTrackPacket[];
}
