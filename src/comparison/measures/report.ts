/** The measurements of a clip. Plain data, because it comes from a worker. Frames and seconds are the clip's own. */

/** A range of frames, both ends included. */
export interface FrameRun {
  first: number;
  last: number;
}

/** Seconds from the first frame. */
export interface TimeSpan {
  startS: number;
  endS: number;
}

/** One value per frame; NaN if there is none. */
export interface PictureReport {
  /** Variance of the Laplacian of luma (0 to 255), at the common resolution. */
  sharpness: Float32Array;
  /** Average change of a pixel per second, in percent of full brightness. NaN at the first frame and at cuts. */
  motion: Float32Array;
  /** Difference of a frame's brightness from the mean of its neighbours, in percent of full brightness. */
  flicker: Float32Array;
  frozen: FrameRun[];
  black: FrameRun[];
  /** The first frame of each new shot. */
  cuts: number[];
}

export interface SoundReport {
  /** LUFS of 400 ms windows, one every 100 ms; the first ends at 0.4 s. */
  momentary: Float32Array;
  /** LUFS of the whole sound; null if it is too quiet or too short to count. */
  integrated: number | null;
  /** dBTP; -Infinity for silence. */
  truePeak: number;
  clipped: TimeSpan[];
  silent: TimeSpan[];
}

export interface ClipReport {
  picture: PictureReport;
  /** "none": the clip has no sound. "unreadable": this browser cannot decode it. */
  sound: SoundReport | "none" | "unreadable";
}
