/** Frames in a step of one second. */
export function framesInSecond(frameRate: number): number {
  return Math.max(1, Math.round(frameRate));
}
