/** Reads selected frames of both clips as pairs, in order. Works in a worker. */

import type { Timeline } from "../clock/timeline.ts";
import { type DecodedFrame, decodeSamples } from "../decode/decode-samples.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import type { PictureTrack } from "../media/picture-track.ts";
import { mapSides, type PerSide } from "../sides.ts";

/** Both pictures of a frame of the common timeline. They are closed when the next pair is requested. */
export interface FramePair {
  frame: number;
  pictures: PerSide<VideoFrame>;
}

/** The clips to read, and their timeline. */
interface Reading {
  media: PerSide<ClipMedia>;
  timeline: Timeline;
  /** Called with the number of requested frames newly found to be damaged. */
  onDamage: (frameCount: number) => void;
}

/**
 * Yields the pairs of ascending frames of the common timeline. A damaged frame is replaced by the good one before it,
 * or else the next.
 */
export async function* readPairs(
  { media, timeline, onDamage }: Reading,
  frames: readonly number[],
): AsyncGenerator<FramePair, void, undefined> {
  const readers = mapSides(media, (clip, side) =>
    createFrameReader(
      clip,
      new Set(frames.map((frame) => timeline.frameOf(side, frame))),
      onDamage,
    ),
  );
  try {
    for (const frame of frames) {
      // Sequential, because both decoders already work ahead.
      const left = await readers.left.at(timeline.frameOf("left", frame));
      const right = await readers.right.at(timeline.frameOf("right", frame));
      yield { frame, pictures: { left, right } };
    }
  } finally {
    await Promise.all([readers.left.close(), readers.right.close()]);
  }
}

/** Returns frames by ascending number. A frame the decoder left out is replaced by the one before. */
function createFrameReader(
  media: ClipMedia,
  wanted: ReadonlySet<number>,
  onDamage: Reading["onDamage"],
) {
  const decoded = decodeSamples(media, (track) => samplesFor(track, wanted), {
    onDamage: (lost) => onDamage(lost.filter((frame) => wanted.has(frame)).length),
  });
  let current: DecodedFrame | null = null;
  /** Decoded, but not due yet. */
  let next: DecodedFrame | null = null;

  async function look(): Promise<DecodedFrame | null> {
    const { value, done } = await decoded.next();
    // Cloned, because the generator closes its frame on the next request.
    return done ? null : { index: value.index, frame: value.frame.clone() };
  }

  return {
    async at(index: number): Promise<VideoFrame> {
      while (!current || current.index < index) {
        next ??= await look();
        if (!next || (current && next.index > index)) break;
        current?.frame.close();
        current = next;
        next = null;
      }
      if (!current) throw new Error("Nothing of the clip can be decoded.");
      return current.frame;
    },
    async close() {
      current?.frame.close();
      next?.frame.close();
      await decoded.return();
    },
  };
}

/** The samples needed to decode the wanted frames, each from its key sample on. */
function samplesFor(
  { sampleOf, keyOf }: Pick<PictureTrack, "sampleOf" | "keyOf">,
  wanted: ReadonlySet<number>,
) {
  const needed = new Set<number>();
  for (const frame of wanted) {
    const sample = sampleOf[frame] ?? 0;
    for (let each = keyOf[sample] ?? 0; each <= sample; each += 1) needed.add(each);
  }
  return {
    samples: [...needed].sort((a, b) => a - b),
    // Any frame may have to replace a damaged one.
    isWanted: () => true,
  };
}
