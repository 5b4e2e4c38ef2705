/** One packet of a track, in decode order. Without B-frames that is also presentation order. */
export interface EncodedTrackPacket {
  data: Uint8Array;
  isKey: boolean;
  /** Seconds. Negative for samples before the clip's start, which its edit list trims. */
  timestamp: number;
  /** Seconds. */
  duration: number;
}

/** A complete video track for the muxer. */
export interface EncodedVideo {
  codec: string;
  width: number;
  height: number;
  frameRate: number;
  /** The AVC decoder configuration record (ISO/IEC 14496-15, 5.3.3). */
  description: Uint8Array;
  packets: EncodedTrackPacket[];
}

/** A complete audio track for the muxer. */
export interface EncodedAudio {
  codec: string;
  sampleRate: number;
  channelCount: number;
  /** The AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1). */
  description: Uint8Array;
  packets: EncodedTrackPacket[];
}
