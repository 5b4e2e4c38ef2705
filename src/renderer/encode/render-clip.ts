/** Renders painted frames and sound to a finished clip. */

import type { FramePainter } from "../frame-painter.ts";
import type { StereoSound } from "../sound/stereo-sound.ts";
import { encodeAudio } from "./encode-audio.ts";
import { encodeVideo } from "./encode-video.ts";
import { muxMp4 } from "./mux-mp4.ts";

export interface RenderClipOptions {
  painter: FramePainter;
  /** Of the same duration as the frames, or null for a silent clip. */
  sound: StereoSound | null;
  signal?: AbortSignal | undefined;
  /** Called with the share of finished frames, 0 to 1, never decreasing. */
  onProgress?: ((progress: number) => void) | undefined;
}

/**
 * Renders a fast-start MP4 with H.264 and, if there is sound, AAC. Picture and sound have exactly the duration
 * of the painter's frames. The same input gives the same bytes on the same machine.
 */
export async function renderClip(options: RenderClipOptions): Promise<Uint8Array> {
  const { painter, sound, signal, onProgress } = options;
  signal?.throwIfAborted();
  const { frameCount } = painter.frame;
  // The audio encoder runs in its own thread.
  const [video, audio] = await Promise.all([
    encodeVideo({
      painter,
      signal,
      onFrame: (done) => onProgress?.(done / frameCount),
    }),
    sound ? encodeAudio(sound) : null,
  ]);
  return muxMp4(video, audio);
}
