/** Screen reader announcements of the transport: changes the creator made, not every frame of playback. */

import type { ComparisonState } from "#comparison/engine/comparison.ts";
import type { PerSide } from "#comparison/sides.ts";
import * as messages from "#messages/compare-transport.ts";
import { formatSeconds } from "#studio/features/compare/shared/format-seconds.ts";

/** The announcement for a change of state; null when there is nothing to announce. */
export function announcementOf(
  before: ComparisonState,
  after: ComparisonState,
  names: PerSide<string>,
): string | null {
  const { frame, frameCount, frameRate, region } = after;
  if (before.isPlaying !== after.isPlaying) {
    return after.isPlaying
      ? messages.announcements.playing
      : messages.announcements.paused(frame + 1, frameCount);
  }
  if (before.speed !== after.speed) return messages.announcements.speed(after.speed);
  if (
    before.region?.startFrame !== region?.startFrame ||
    before.region?.endFrame !== region?.endFrame
  ) {
    if (!region) return messages.announcements.noRegion;
    return messages.announcements.region(
      formatSeconds(region.startFrame, frameRate),
      formatSeconds(region.endFrame, frameRate),
    );
  }
  if (before.isLooping !== after.isLooping) {
    return after.isLooping ? messages.announcements.loopOn : messages.announcements.loopOff;
  }
  if (before.offsetFrames !== after.offsetFrames) {
    return messages.offsetText(names.right, after.offsetFrames);
  }
  if (before.audible !== after.audible) {
    return after.audible === "none"
      ? messages.announcements.silent
      : messages.announcements.audible(names[after.audible]);
  }
  if (before.frame !== frame && !after.isPlaying)
    return messages.announcements.frame(frame + 1, frameCount);
  return null;
}
