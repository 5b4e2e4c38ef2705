/** The frame that replaces one the decoder left out: the last good one before it, or the first good one of the clip. */
export function standInFor(
  frame: number,
  leftOut: ReadonlySet<number>,
  frameCount: number,
): number {
  let found = frame;
  while (found > 0 && leftOut.has(found)) found -= 1;
  while (leftOut.has(found) && found < frameCount - 1) found += 1;
  return found;
}
