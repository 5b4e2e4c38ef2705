/** Two channels of samples between −1 and 1, of equal length. */
export interface StereoSound {
  sampleRate: number;
  left: Float32Array;
  right: Float32Array;
}
