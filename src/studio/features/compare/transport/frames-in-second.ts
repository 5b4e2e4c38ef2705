/** How many frames a step of one second goes. */
export function framesInSecond(frameRate: number): number {
  return Math.max(1, Math.round(frameRate));
}
