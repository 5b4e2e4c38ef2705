/** What is known of a clip once its container was read. */

/** The sound track of a clip. */
export interface ClipSound {
  codec: string;
  channels: number;
  /** Hertz. */
  sampleRate: number;
  /** Bits per second. */
  bitRate: number;
  /** False where this browser has no decoder for it, such as AC-3 in Chromium. */
  isPlayable: boolean;
}

/** An opened clip. Frames are numbered in the order in which they are shown, from 0. */
export interface ClipMedia {
  blob: Blob;
  /** Pixels as shown: pixel shape and rotation are already applied. */
  width: number;
  height: number;
  codec: string;
  /** Frames a second, on the average. */
  frameRate: number;
  frameCount: number;
  /** When each frame begins, in seconds from the clip's first frame; ascending. */
  frameTimes: readonly number[];
  /** Seconds from the first frame's begin to the last one's end. */
  durationS: number;
  /** Bits per second of the picture alone. */
  bitRate: number;
  /** Null for a clip without sound. */
  sound: ClipSound | null;
}

/** Whether a clip has sound that this browser can play. */
export function canBeHeard({ sound }: Pick<ClipMedia, "sound">): boolean {
  return sound?.isPlayable === true;
}
