/** How much higher the stage's picture is than the frame: two above each other on a phone have use for it. */
const ROOM = 1.15;

/** Width to height of the place that the stage gives to frames of a ratio, for what stands there before they come, too. */
export function stageRatio(frameRatio: number): number {
  return frameRatio / ROOM;
}
