/** Decoded sound; its zero is where the first frame begins. */
export interface Sound {
  channels: Float32Array<ArrayBuffer>[];
  /** Hertz. */
  sampleRate: number;
}
