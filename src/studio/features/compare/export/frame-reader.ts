/** Chosen frames of both clips, decoded side by side and given as pairs, in order. Works in a worker. */
import type { ClipMedia } from "../engine/clip-media.ts";
import { type DecodedFrame, decodeSamples } from "../engine/decode-samples.ts";
import type { PictureTrack } from "../engine/picture-track.ts";
import type { Timeline } from "../engine/timeline.ts";
import { mapSides, type PerSide } from "../side.ts";

/** Both pictures of a frame of the common timeline. Closed when the next pair is asked for. */
export interface FramePair {
  frame: number;
  pictures: PerSide<VideoFrame>;
}

/** What is read, and on what timeline. */
interface Reading {
  media: PerSide<ClipMedia>;
  timeline: Timeline;
  /** Gets how many frames more, of those that are read, turned out to be damaged. */
  onDamage: (frameCount: number) => void;
}

/** Gives the pairs of ascending frames of the common timeline. For a damaged frame the good one before it stands in, or the next. */
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
      // One after the other: both decoders work ahead by themselves.
      const left = await readers.left.at(timeline.frameOf("left", frame));
      const right = await readers.right.at(timeline.frameOf("right", frame));
      yield { frame, pictures: { left, right } };
    }
  } finally {
    await Promise.all([readers.left.close(), readers.right.close()]);
  }
}

/** Gives frames by their numbers, which never go back; for one that the decoder left out, the one before it. */
function createFrameReader(
  media: ClipMedia,
  wanted: ReadonlySet<number>,
  onDamage: Reading["onDamage"],
) {
  const decoded = decodeSamples(media, (track) => samplesFor(track, wanted), {
    onDamage: (lost) => onDamage(lost.filter((frame) => wanted.has(frame)).length),
  });
  let current: DecodedFrame | null = null;
  /** Decoded already, and not due yet. */
  let next: DecodedFrame | null = null;

  async function look(): Promise<DecodedFrame | null> {
    const { value, done } = await decoded.next();
    // The generator closes its frame when it is asked for another.
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

/** The samples that lead to chosen frames, each from its key sample on. */
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
    // Any of them may have to stand in for a damaged one.
    isWanted: () => true,
  };
}
