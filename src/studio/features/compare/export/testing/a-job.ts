/** Export jobs for tests, with clips made by the browser, half a second long by default. */

import { INITIAL_VIEW } from "#comparison/geometry/view-state.ts";
import type { ClipMedia } from "#comparison/media/clip-media.ts";
import { openClipMedia } from "#comparison/media/open-clip.ts";
import type { PerSide } from "#comparison/sides.ts";
import { makeTestClip } from "#comparison/testing/make-test-clip.ts";
import type { VideoJob } from "../job.ts";
import { exportView } from "../paint-moment.ts";

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

/** A video of two clips, side by side, without sound. */
export function aVideoJob(media: PerSide<ClipMedia>, change: Partial<VideoJob> = {}): VideoJob {
  return {
    kind: "video",
    media,
    labels: {
      left: { name: "Standard", colour: "white" },
      right: { name: "Pro", colour: "white" },
    },
    view: exportView(INITIAL_VIEW),
    heard: "none",
    offsetFrames: 0,
    region: { startFrame: 0, endFrame: 11 },
    ...change,
  };
}
