/** Export jobs for tests, with clips made by the browser, half a second long by default. */

import { INITIAL_VIEW } from "../../geometry/view-state.ts";
import type { ClipMedia } from "../../media/clip-media.ts";
import { openClipMedia } from "../../media/open-clip.ts";
import type { PerSide } from "../../sides.ts";
import { makeTestClip } from "../../testing/make-test-clip.ts";
import type { Caption } from "../captions.ts";
import { framesOf, type VideoJob } from "../job.ts";
import { exportView } from "../paint-frame.ts";

type ClipOptions = NonNullable<Parameters<typeof makeTestClip>[0]>;

/** An opened clip of 12 frames. */
export async function openTestClip(options: ClipOptions = {}): Promise<ClipMedia> {
  return openBlob(await makeTestClip({ frames: 12, ...options }));
}

/** Opens a clip, or throws if it is none. */
export async function openBlob(blob: Blob): Promise<ClipMedia> {
  const opening = await openClipMedia(blob);
  if (!opening.ok) throw new Error(opening.reason);
  return opening.media;
}

export const CAPTIONS: PerSide<Caption> = {
  left: { text: "Standard", colour: "white" },
  right: { text: "Pro", colour: "white" },
};

/** A video of two clips, side by side, without sound. */
export function aVideoJob(media: PerSide<ClipMedia>, change: Partial<VideoJob> = {}): VideoJob {
  const { region = { startFrame: 0, endFrame: 11 } } = change;
  return {
    kind: "video",
    media,
    view: exportView(INITIAL_VIEW),
    audible: "none",
    offsetFrames: 0,
    region,
    captions: CAPTIONS,
    times: framesOf(region).map((frame) => `0.00 s · frame ${frame + 1}`),
    ...change,
  };
}
