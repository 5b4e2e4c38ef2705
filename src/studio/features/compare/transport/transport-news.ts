/** Screen reader announcements of the transport: changes the creator made, not every frame of playback. */
import * as words from "#messages/compare-transport.ts";
import type { ComparisonState } from "../engine/comparison.ts";
import type { PerSide } from "../side.ts";
import { formatSeconds } from "./format-seconds.ts";

/** The announcement for a change of state; null when there is nothing to announce. */
export function newsBetween(
  before: ComparisonState,
  after: ComparisonState,
  names: PerSide<string>,
): string | null {
  const { frame, frameCount, frameRate, region } = after;
  if (before.isPlaying !== after.isPlaying) {
    return after.isPlaying ? words.news.playing : words.news.paused(frame + 1, frameCount);
  }
  if (before.speed !== after.speed) return words.news.speed(after.speed);
  if (
    before.region?.startFrame !== region?.startFrame ||
    before.region?.endFrame !== region?.endFrame
  ) {
    if (!region) return words.news.noRegion;
    return words.news.region(
      formatSeconds(region.startFrame, frameRate),
      formatSeconds(region.endFrame, frameRate),
    );
  }
  if (before.isLooping !== after.isLooping) {
    return after.isLooping ? words.news.loopOn : words.news.loopOff;
  }
  if (before.offsetFrames !== after.offsetFrames) {
    return words.offsetText(names.right, after.offsetFrames);
  }
  if (before.heard !== after.heard) {
    return after.heard === "none" ? words.news.silent : words.news.heard(names[after.heard]);
  }
  if (before.frame !== frame && !after.isPlaying) return words.news.frame(frame + 1, frameCount);
  return null;
}
