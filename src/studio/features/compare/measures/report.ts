/** What is measured of a clip. Plain data: it comes from a worker. Frames and seconds are the clip's own. */

/** Frames, both included. */
export interface FrameRun {
  first: number;
  last: number;
}

/** Seconds from the first frame. */
export interface TimeSpan {
  startS: number;
  endS: number;
}

/** One value a frame; NaN where there is none. */
export interface PictureReport {
  /** Variance of the Laplacian of luma (0 to 255), at the common size. */
  sharpness: Float32Array;
  /** Per cent of full brightness that a point of the picture changes in a second. None at the first frame and at cuts. */
  motion: Float32Array;
  /** Per cent of full brightness by which a frame leaves the course of its neighbours. */
  flicker: Float32Array;
  frozen: FrameRun[];
  black: FrameRun[];
  /** The first frame of each new shot. */
  cuts: number[];
}

export interface SoundReport {
  /** LUFS of 400 ms, every 100 ms: the first one ends at 0.4 s. */
  momentary: Float32Array;
  /** LUFS of the whole; null where all of it is too quiet or too short to count. */
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
