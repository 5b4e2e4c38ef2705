/** Converts between a comparison and the state in its URL. */

import type { Comparison } from "../engine/comparison.ts";
import { canBeHeard } from "../media/clip-media.ts";
import { otherSide, type PerSide } from "../sides.ts";
import type { AudibleSide } from "../sound/audible-side.ts";
import type { OpenComparison } from "../stage/open-comparison.ts";
import { formatCompareLink, INITIAL_LINK, type LinkState } from "./compare-link.ts";

/** The state of a comparison. During playback the URL keeps the frame of the last pause. */
export function readLinkState({ comparison, view }: OpenComparison, lastFrame: number): LinkState {
  const state = comparison.getState();
  return {
    view: view.getState(),
    frame: state.isPlaying ? lastFrame : state.frame,
    speed: state.speed,
    isLooping: state.isLooping,
    region: state.region,
    offsetFrames: state.offsetFrames,
    audible: state.audible,
  };
}

/** The default audible side: the left one, or the only one with sound. */
function defaultAudible({ left, right }: Comparison["media"]): AudibleSide {
  return !canBeHeard(left) && canBeHeard(right) ? "right" : "left";
}

/** Removes the audible side from the state if it is the default or if neither clip has sound. */
export function withoutDefaults(link: LinkState, { media }: Pick<Comparison, "media">): LinkState {
  const isSilent = !canBeHeard(media.left) && !canBeHeard(media.right);
  return isSilent || link.audible === defaultAudible(media) ? { ...link, audible: null } : link;
}

/** Restores a comparison from the URL, clamped to its clips. */
export function restoreLinkState(comparison: Comparison, link: LinkState): void {
  if (link.speed !== INITIAL_LINK.speed) comparison.setSpeed(link.speed);
  if (link.offsetFrames !== 0) comparison.setOffset(link.offsetFrames);
  // Set the offset first, because the length of the timeline depends on it.
  const last = comparison.getState().frameCount - 1;
  if (link.region && link.region.startFrame <= last) {
    const { startFrame, endFrame } = link.region;
    comparison.setRegion({ startFrame, endFrame: Math.min(endFrame, last) });
  }
  comparison.setLooping(link.isLooping);
  comparison.setAudible(link.audible ?? defaultAudible(comparison.media));
  if (link.frame > 0) comparison.goToFrame(Math.min(link.frame, last));
}

/**
 * The same state with the sides swapped; what belongs to a clip moves with it. The common timeline starts at the left
 * clip's first frame, so frame numbers shift by the offset.
 */
export function swapLinkState(link: LinkState): LinkState {
  const { audible, offsetFrames, region } = link;
  const shifted = (frame: number) => Math.max(0, frame - offsetFrames);
  return {
    ...link,
    frame: shifted(link.frame),
    region: region && {
      startFrame: shifted(region.startFrame),
      endFrame: shifted(region.endFrame),
    },
    // Adding zero turns -0 into 0.
    offsetFrames: -offsetFrames + 0,
    audible: audible === "left" || audible === "right" ? otherSide(audible) : audible,
  };
}

/**
 * The part of the state that also applies to other clips: view, speed and looping. Frames, region and offset belong to
 * the old pair.
 */
export function carryOverLinkState({ view, speed, isLooping }: LinkState): LinkState {
  return { ...INITIAL_LINK, view, speed, isLooping };
}

/**
 * A search string with both sides and the state. `isViewNamed` always includes the view, for screens with another
 * default.
 */
export function comparisonSearch(
  { left, right }: PerSide<string>,
  link: LinkState,
  includesView = false,
): string {
  const params = new URLSearchParams({ left, right });
  if (includesView) params.set("view", link.view.view);
  for (const [name, value] of formatCompareLink(link)) params.set(name, value);
  return params.toString();
}
