/** From samples in the order of decoding to frames in the order of showing. */

/** One sample, in the order of decoding. */
export interface PictureSample {
  isKey: boolean;
  /** Its number in the order of showing; -1 for one that is never shown, and only there for others to be decoded. */
  frame: number;
}

export interface SampleOrder {
  samples: readonly PictureSample[];
  /** Where each frame's sample stands in `samples`. */
  sampleOf: readonly number[];
  /** For each sample the key sample at which decoding has to begin to reach it. */
  keyOf: readonly number[];
  /** When each frame begins, in seconds from the first; ascending. */
  frameTimes: readonly number[];
  /** Seconds from the first frame's begin to the last one's end. */
  durationS: number;
  /** The first frame's time in the file. */
  firstTimeS: number;
}

/** As the container tells it, in seconds. */
export interface TimedSample {
  isKey: boolean;
  timestamp: number;
  duration: number;
}

/** Stands in where a clip of one frame does not say how long it is. */
const USUAL_FRAME_S = 1 / 24;

/**
 * Puts samples in the order in which they are shown (B-frames are decoded later than what follows them). What an edit list
 * cut off has a time before zero and is not shown; where nothing would be left, all is.
 */
export function orderOfShowing(packets: readonly TimedSample[]): SampleOrder {
  const visible = packets.flatMap(({ timestamp, duration }, index) =>
    timestamp > -Math.max(duration / 2, 1e-3) ? [index] : [],
  );
  const sampleOf = visible.length > 0 ? visible : packets.map((_, index) => index);
  const timeOf = (sample: number) => packets[sample]?.timestamp ?? 0;
  sampleOf.sort((a, b) => timeOf(a) - timeOf(b));
  const firstTimeS = timeOf(sampleOf[0] ?? 0);
  const frameTimes = sampleOf.map((sample) => timeOf(sample) - firstTimeS);
  const frames = new Map(sampleOf.map((sample, frame) => [sample, frame]));
  const lastDuration = packets[sampleOf.at(-1) ?? 0]?.duration ?? 0;
  const samples = packets.map(({ isKey }, index) => ({ isKey, frame: frames.get(index) ?? -1 }));
  return {
    samples,
    sampleOf,
    keyOf: samples.map((_, sample) => keySampleFor(samples, sample)),
    frameTimes,
    durationS: (frameTimes.at(-1) ?? 0) + (lastDuration || usualStep(frameTimes)),
    firstTimeS,
  };
}

/** The average distance of two frames, for a last one that does not say how long it stays. */
function usualStep(frameTimes: readonly number[]): number {
  const last = frameTimes.at(-1) ?? 0;
  return last > 0 ? last / (frameTimes.length - 1) : USUAL_FRAME_S;
}

/** Frames a second, on the average. The last frame's length does not count: it is often made up. */
export function frameRateOf({ frameTimes, durationS }: SampleOrder): number {
  const last = frameTimes.at(-1) ?? 0;
  return last > 0 ? (frameTimes.length - 1) / last : 1 / durationS;
}

/** The key sample at or before a sample that is not shown after it; the first of all where there is none. */
function keySampleFor(samples: readonly PictureSample[], sample: number): number {
  const frame = samples[sample]?.frame ?? 0;
  // What is decoded after a key frame but shown before it may need frames of the group before.
  return Math.max(
    0,
    samples.findLastIndex((each, at) => at <= sample && each.isKey && each.frame <= frame),
  );
}
