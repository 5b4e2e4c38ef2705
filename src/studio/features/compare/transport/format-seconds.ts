/** When a frame begins, in seconds and hundredths: "2.04". */
export function formatSeconds(frame: number, frameRate: number): string {
  return (frame / frameRate).toFixed(2);
}
