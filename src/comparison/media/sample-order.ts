/** Maps samples in decode order to frames in presentation order. */

/** One sample, in decode order. */
export interface PictureSample {
  isKey: boolean;
  /** Index in presentation order. -1 for a sample that is never shown and only needed to decode others. */
  frame: number;
}

export interface SampleOrder {
  samples: readonly PictureSample[];
  /** For each frame, the index of its sample in `samples`. */
  sampleOf: readonly number[];
  /** For each sample, the key sample at which decoding must start to reach it. */
  keyOf: readonly number[];
  /** Start of each frame in seconds from the first frame. Ascending. */
  frameTimes: readonly number[];
  /** Seconds from the start of the first frame to the end of the last one. */
  durationS: number;
  /** The timestamp of the first frame in the file. */
  firstTimeS: number;
}

/** A sample as described by the container, in seconds. */
export interface TimedSample {
  isKey: boolean;
  timestamp: number;
  duration: number;
}

/** Frame duration of a clip with a single frame that has no duration. */
const DEFAULT_FRAME_S = 1 / 24;

/**
 * Sorts samples by presentation time, since B-frames are decoded after the frames that follow them. Samples removed by
 * an edit list have a negative time and are not shown. If that would leave no frame, all are shown.
 */
export function presentationOrder(packets: readonly TimedSample[]): SampleOrder {
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
    durationS: (frameTimes.at(-1) ?? 0) + (lastDuration || averageStep(frameTimes)),
    firstTimeS,
  };
}

/** The average frame duration, used for a last frame without a duration. */
function averageStep(frameTimes: readonly number[]): number {
  const last = frameTimes.at(-1) ?? 0;
  return last > 0 ? last / (frameTimes.length - 1) : DEFAULT_FRAME_S;
}

/** Average frames per second. Ignores the last frame's duration, which is often made up. */
export function frameRateOf({ frameTimes, durationS }: SampleOrder): number {
  const last = frameTimes.at(-1) ?? 0;
  return last > 0 ? (frameTimes.length - 1) / last : 1 / durationS;
}

/** The last key sample at or before a sample that is shown no later than it. The first sample if there is none. */
function keySampleFor(samples: readonly PictureSample[], sample: number): number {
  const frame = samples[sample]?.frame ?? 0;
  // A frame decoded after a key frame but shown before it may depend on the previous group.
  return Math.max(
    0,
    samples.findLastIndex((each, at) => at <= sample && each.isKey && each.frame <= frame),
  );
}
