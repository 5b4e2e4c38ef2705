/** From painted frames and sound to the bytes of a finished clip. */

import type { FramePainter } from "../frame-painter.ts";
import type { StereoSound } from "../sound/stereo-sound.ts";
import { encodeAudio } from "./encode-audio.ts";
import { encodeVideo } from "./encode-video.ts";
import { muxMp4 } from "./mux-mp4.ts";

/** What {@link renderClip} needs. */
export interface RenderClipOptions {
  painter: FramePainter;
  /** As long as the frames; null for a silent clip. */
  sound: StereoSound | null;
  signal?: AbortSignal | undefined;
  /** Frames done over frames: 0 to 1, never falling. */
  onProgress?: ((progress: number) => void) | undefined;
}

/**
 * Renders a clip: H.264 in a fast-start MP4, AAC beside it if there is sound. Picture and sound last exactly
 * as long as the painter's frames. The same input gives the same bytes on the same machine.
 */
export async function renderClip(options: RenderClipOptions): Promise<Uint8Array> {
  const { painter, sound, signal, onProgress } = options;
  signal?.throwIfAborted();
  const { frameCount } = painter.frame;
  // Encoded in a thread of its own beside the picture.
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
