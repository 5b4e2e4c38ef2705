import type { FrameRun } from "../report.ts";

/** Finds all runs of at least `leastFrames` consecutive frames for which the predicate holds. */
export function findRuns(
  count: number,
  isSo: (frame: number) => boolean,
  minFrames: number,
): FrameRun[] {
  const runs: FrameRun[] = [];
  let first = 0;
  for (let frame = 0; frame <= count; frame += 1) {
    if (frame < count && isSo(frame)) continue;
    if (frame - first >= minFrames) runs.push({ first, last: frame - 1 });
    first = frame + 1;
  }
  return runs;
}
