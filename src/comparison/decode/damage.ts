/**
 * Finds the point at which a clip stops decoding. A damaged sample spoils the rest of its group of pictures, up to the
 * next key sample. The frames before it and the following group still decode.
 */
import { chunkOf, type PictureTrack } from "../media/picture-track.ts";

/** A range of undecodable frames of a clip, both ends included. */
export interface DamagedFrames {
  first: number;
  last: number;
}

export interface Damage {
  /**
   * Decodes each group separately, at most once, in this order up to the first damaged one. Resolves to whether a group
   * is damaged.
   */
  check(keys: readonly number[]): Promise<boolean>;
  /** The first known bad sample in this sample's group or a later one; the number of samples if none is known. */
  firstBad(sample: number): number;
  /** The end of a group: the next key sample, or the number of samples. */
  endOf(key: number): number;
  /** The frames lost with a bad sample, in presentation order. */
  lostBy(badSample: number): readonly number[];
}

/** Starts with no known damage. */
export function createDamage(track: PictureTrack, config: VideoDecoderConfig): Damage {
  const { samples, keyOf } = track;
  /** First bad sample of each group that was checked; the group's end if all of it decodes. */
  const ends = new Map<number, Promise<number>>();
  const bad: number[] = [];

  function endOf(key: number): number {
    const next = keyOf.findIndex((own, sample) => sample > key && own !== key);
    return next === -1 ? samples.length : next;
  }

  async function isDamaged(key: number): Promise<boolean> {
    const found = ends.get(key) ?? findBad(track, config, { key, end: endOf(key) });
    ends.set(key, found);
    const end = await found;
    if (end === endOf(key)) return false;
    if (!bad.includes(end)) bad.push(end);
    bad.sort((a, b) => a - b);
    return true;
  }

  return {
    async check(keys) {
      for (const key of keys) if (await isDamaged(key)) return true;
      return false;
    },
    firstBad: (sample) => bad.find((each) => endOf(keyOf[each] ?? 0) > sample) ?? samples.length,
    endOf,
    lostBy: (badSample) =>
      samples
        .slice(badSample, endOf(keyOf[badSample] ?? 0))
        .flatMap(({ frame }) => (frame >= 0 ? [frame] : []))
        .sort((a, b) => a - b),
  };
}

/** Adds damaged frames to the known ranges, in order, and merges adjacent ranges. */
export function addDamage(
  known: readonly DamagedFrames[],
  frames: DamagedFrames,
): readonly DamagedFrames[] {
  const ranges: DamagedFrames[] = [];
  for (const { first, last } of [...known, frames].sort((a, b) => a.first - b.first)) {
    const before = ranges.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else ranges.push({ first, last });
  }
  return ranges;
}

/**
 * Returns the first sample of a group that does not decode, or the group's end if all do. A decoder may accept many
 * samples before it reports a bad one, so this searches backwards from the failure for the longest part that decodes.
 */
async function findBad(
  track: PictureTrack,
  config: VideoDecoderConfig,
  { key, end }: { key: number; end: number },
): Promise<number> {
  const failedAt = await decodeUpTo(track, config, { key, end });
  if (failedAt === null) return end;
  /** All samples before `good` decode; the first bad one is at least `good` and at most `bad`. */
  let good = key;
  let bad = failedAt;
  for (let step = 1; good < bad; step *= 2) {
    const tried = Math.max(Math.ceil((good + bad) / 2), bad + 1 - step);
    const failed = await decodeUpTo(track, config, { key, end: tried });
    if (failed === null) good = tried;
    else bad = Math.max(good, failed);
  }
  return good;
}

/**
 * Decodes a group up to a sample, exclusive. Resolves to the sample at which the decoder failed, or null if it did not.
 */
async function decodeUpTo(
  track: PictureTrack,
  config: VideoDecoderConfig,
  { key, end }: { key: number; end: number },
): Promise<number | null> {
  let hasFailed = false;
  let wake = () => {};
  const decoder = new VideoDecoder({
    output: (frame) => frame.close(),
    error() {
      hasFailed = true;
      wake();
    },
  });
  decoder.addEventListener("dequeue", () => wake());
  let sample = key;
  try {
    decoder.configure(config);
    for (; sample < end; sample += 1) {
      decoder.decode(chunkOf(track, sample));
      while (decoder.decodeQueueSize > 0 && !hasFailed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (hasFailed) return sample;
    }
    await decoder.flush();
    return null;
  } catch {
    return Math.min(sample, end - 1);
  } finally {
    if (decoder.state !== "closed") decoder.close();
  }
}
