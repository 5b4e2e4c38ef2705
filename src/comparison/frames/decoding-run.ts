/** The bookkeeping of one run of a decoder: consecutive samples from a key sample on, and the frames they become. */
import type { PictureTrack } from "../media/picture-track.ts";

export interface DecodingRun {
  /** The sample to feed next. */
  readonly nextSample: number;
  /** Whether all samples were fed. */
  isExhausted(): boolean;
  /** Moves on to the next sample. */
  advance(): void;
  /** Whether continuing reaches a frame sooner than starting another run. */
  leadsTo(frame: number): boolean;
  /**
   * Records an output. Returns the frames the decoder skipped before it, or null if the output is not part of the run:
   * a frame that precedes the key frame may depend on samples that were not fed.
   */
  output(frame: number): readonly number[] | null;
  /** The frames that were fed but not output. */
  missing(): readonly number[];
  /**
   * Key samples of the groups in which the decoder may have failed: from the first missing frame to the last sample.
   */
  suspects(): readonly number[];
}

/** Decoding this many extra samples is cheaper than restarting. */
const RESTART_SAMPLES = 4;

/** Starts a run at a key sample. It ends before `endSample`, a damaged one or the end of the clip. */
export function createDecodingRun(
  { samples, sampleOf, keyOf }: Pick<PictureTrack, "samples" | "sampleOf" | "keyOf">,
  firstSample: number,
  endSample: number,
): DecodingRun {
  const firstFrame = Math.max(0, samples[firstSample]?.frame ?? 0);
  let nextSample = firstSample;
  let lastOutput = firstFrame - 1;

  return {
    get nextSample() {
      return nextSample;
    },
    isExhausted: () => nextSample >= endSample,
    advance() {
      nextSample += 1;
    },
    leadsTo(frame) {
      const sample = sampleOf[frame] ?? 0;
      if (sample < firstSample || frame <= lastOutput) return false;
      if (sample >= endSample && endSample < samples.length) return false;
      return (keyOf[sample] ?? 0) <= nextSample + RESTART_SAMPLES;
    },
    output(frame) {
      if (frame < firstFrame) return null;
      const skipped = framesBetween(lastOutput, frame);
      lastOutput = Math.max(lastOutput, frame);
      return skipped;
    },
    missing() {
      const fed = samples.slice(0, nextSample).map(({ frame }) => frame);
      const lastFed = fed.reduce((max, frame) => Math.max(max, frame), -1);
      return framesBetween(lastOutput, lastFed + 1);
    },
    suspects() {
      const last = Math.max(firstSample, nextSample - 1);
      const nextExpected = sampleOf[lastOutput + 1] ?? samples.length - 1;
      return [
        ...new Set(keyOf.slice(Math.max(firstSample, Math.min(nextExpected, last)), last + 1)),
      ];
    },
  };
}

/** The frames after one and before another. */
function framesBetween(after: number, before: number): readonly number[] {
  return Array.from({ length: Math.max(0, before - after - 1) }, (_, index) => after + 1 + index);
}
