/** From a comparison to what its address says of it, and back. */
import type { Compared } from "../compared.ts";
import { canBeHeard } from "../engine/clip-media.ts";
import type { Comparison, Heard } from "../engine/comparison.ts";
import { otherSide } from "../side.ts";
import { formatCompareLink, INITIAL_LINK, type LinkState } from "./compare-link.ts";

/** How the comparison stands. While it plays, the address keeps the frame where it last stood still. */
export function readLinkState(
  { comparison, view }: Pick<Compared, "comparison" | "view">,
  lastFrame: number,
): LinkState {
  const state = comparison.getState();
  return {
    view: view.getState(),
    frame: state.isPlaying ? lastFrame : state.frame,
    speed: state.speed,
    isLooping: state.isLooping,
    region: state.region,
    offsetFrames: state.offsetFrames,
    heard: state.heard,
  };
}

/** Heard unless somebody chose otherwise: the left one, or the only one that can be heard. */
function usualHeard({ left, right }: Comparison["media"]): Heard {
  return !canBeHeard(left) && canBeHeard(right) ? "right" : "left";
}

/** As it stands in an address: what is usual with these clips, or means nothing with them, is left out. */
export function withoutUsual(link: LinkState, { media }: Pick<Comparison, "media">): LinkState {
  const isSilent = !canBeHeard(media.left) && !canBeHeard(media.right);
  return isSilent || link.heard === usualHeard(media) ? { ...link, heard: null } : link;
}

/** Brings a comparison to where the address says, as far as its clips go. */
export function restoreLinkState(comparison: Comparison, link: LinkState): void {
  if (link.speed !== INITIAL_LINK.speed) comparison.setSpeed(link.speed);
  if (link.offsetFrames !== 0) comparison.setOffset(link.offsetFrames);
  // The offset decides how long both are together.
  const last = comparison.getState().frameCount - 1;
  if (link.region && link.region.startFrame <= last) {
    const { startFrame, endFrame } = link.region;
    comparison.setRegion({ startFrame, endFrame: Math.min(endFrame, last) });
  }
  comparison.setLooping(link.isLooping);
  comparison.setHeard(link.heard ?? usualHeard(comparison.media));
  if (link.frame > 0) comparison.goToFrame(Math.min(link.frame, last));
}

/**
 * The same comparison with its sides changed over: what belongs to a clip goes with it. The common timeline begins with the
 * left clip, so that frames are counted from another one where the two are shifted.
 */
export function swapLinkState(link: LinkState): LinkState {
  const { heard, offsetFrames, region } = link;
  const shifted = (frame: number) => Math.max(0, frame - offsetFrames);
  return {
    ...link,
    frame: shifted(link.frame),
    region: region && {
      startFrame: shifted(region.startFrame),
      endFrame: shifted(region.endFrame),
    },
    // Plus zero: changed over, no offset is still none.
    offsetFrames: -offsetFrames + 0,
    heard: heard === "left" || heard === "right" ? otherSide(heard) : heard,
  };
}

/** What holds for another clip, too: how it is looked at. Times, region and offset were those of the two. */
export function carryLinkState({ view, speed, isLooping }: LinkState): LinkState {
  return { ...INITIAL_LINK, view, speed, isLooping };
}

/** A search string with both sides and the state. `isViewNamed`: always, for a screen on which another view is usual. */
export function comparisonSearch(
  left: string,
  right: string,
  link: LinkState,
  isViewNamed = false,
): string {
  const params = new URLSearchParams({ left, right });
  if (isViewNamed) params.set("view", link.view.view);
  for (const [name, value] of formatCompareLink(link)) params.set(name, value);
  return params.toString();
}
