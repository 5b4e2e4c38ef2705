/** Facts about a clip, read from its container. */

/** The sound track of a clip. */
export interface ClipSound {
  codec: string;
  channels: number;
  /** Hertz. */
  sampleRate: number;
  /** Bits per second. */
  bitRate: number;
  /** False when this browser has no decoder for it, such as AC-3 in Chromium. */
  isPlayable: boolean;
}

/** An opened clip. Frames are numbered in presentation order, from 0. */
export interface ClipMedia {
  blob: Blob;
  /** Pixels as displayed, after applying the pixel aspect ratio and rotation. */
  width: number;
  height: number;
  codec: string;
  /** Average frames per second. */
  frameRate: number;
  frameCount: number;
  /** Start time of each frame in seconds from the clip's first frame, ascending. */
  frameTimes: readonly number[];
  /** Seconds from the start of the first frame to the end of the last. */
  durationS: number;
  /** Bits per second of the video track alone. */
  bitRate: number;
  /** Null for a clip without sound. */
  sound: ClipSound | null;
}

/** Whether a clip has sound that this browser can play. */
export function canBeHeard({ sound }: Pick<ClipMedia, "sound">): boolean {
  return sound?.isPlayable === true;
}
