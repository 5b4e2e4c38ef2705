/** Decoded sound. Time zero is the start of the first frame. */
export interface Sound {
  channels: Float32Array<ArrayBuffer>[];
  /** Hertz. */
  sampleRate: number;
}
