/**
 * Where a clip stops decoding. A damaged sample spoils its group, from there up to the next key sample: the frames before it
 * and the next group still decode.
 */
import { chunkOf, type PictureTrack } from "./picture-track.ts";

/** Frames of a clip, both included, that cannot be decoded. */
export interface DamagedFrames {
  first: number;
  last: number;
}

export interface Damage {
  /** Decodes groups alone, each once, in this order up to the first damaged one. Whether there is one. */
  check(keys: readonly number[]): Promise<boolean>;
  /** The first sample, from this one on, that is known not to decode; the number of samples where all may. */
  firstBad(sample: number): number;
  /** The sample after a group: the next key sample, or the number of samples. */
  endOf(key: number): number;
  /** Frames that are lost with a bad sample, in the order of showing. */
  lostBy(badSample: number): readonly number[];
}

/** Nothing is known to be damaged yet. */
export function createDamage(track: PictureTrack, config: VideoDecoderConfig): Damage {
  const { samples, keyOf } = track;
  /** First bad sample of each group that was tried; the group's end where all of it decodes. */
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

/** Adds damaged frames to those that are known, in order; ranges that touch become one. */
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
 * The first sample of a group that does not decode; its end where all do. A decoder may take many samples before it reports
 * a bad one, so the longest part that decodes to its end is searched for, from where the decoder failed backwards.
 */
async function findBad(
  track: PictureTrack,
  config: VideoDecoderConfig,
  { key, end }: { key: number; end: number },
): Promise<number> {
  const failedAt = await decodeUpTo(track, config, { key, end });
  if (failedAt === null) return end;
  /** All before `good` decodes; the bad sample is `good`, `bad` or between them. */
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

/** Decodes a group up to a sample, not included. The sample at which the decoder reported a failure; null for none. */
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
