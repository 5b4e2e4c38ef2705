/** Stretches of clipped samples, and of none that can be heard. */
import type { TimeSpan } from "../report.ts";
import type { Sound } from "./sound.ts";

/** Full scale of 16 bits, a step less; decoders of coded sound go over 1. */
const FULL_SCALE = 1 - 2 / 32_768;
/** One sample at full scale may be a peak that just fits; so many in a row were cut off. */
const CLIPPED_SAMPLES = 3;
/** Clipped peaks that follow each other as closely are one place to listen to. */
const CLIPPED_GAP_S = 0.1;
/** -60 dBFS, as ffmpeg's silencedetect has it. */
const SILENT_LEVEL = 0.001;
/** Shorter than this is a pause. */
const SILENT_S = 0.5;

/** Where the wave is cut off at full scale, in any channel. */
export function findClipping({ channels, sampleRate }: Sound): TimeSpan[] {
  const spans = channels
    .flatMap((samples) => runs(samples.length, (at) => Math.abs(samples[at] ?? 0) >= FULL_SCALE))
    .filter(([start, end]) => end - start >= CLIPPED_SAMPLES)
    .map(([start, end]) => ({ startS: start / sampleRate, endS: end / sampleRate }))
    .sort((one, other) => one.startS - other.startS);
  const joined: TimeSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.startS - last.endS <= CLIPPED_GAP_S) {
      last.endS = Math.max(last.endS, span.endS);
    } else joined.push(span);
  }
  return joined;
}

/** Where no channel says anything. */
export function findSilence({ channels, sampleRate }: Sound): TimeSpan[] {
  const isQuiet = (at: number) =>
    channels.every((samples) => Math.abs(samples[at] ?? 0) < SILENT_LEVEL);
  return runs(channels[0]?.length ?? 0, isQuiet)
    .map(([start, end]) => ({ startS: start / sampleRate, endS: end / sampleRate }))
    .filter(({ startS, endS }) => endS - startS >= SILENT_S);
}

/** Stretches for which something is so: where they begin, and where they have ended. */
function runs(count: number, isSo: (at: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let start = 0;
  for (let at = 0; at <= count; at += 1) {
    if (at < count && isSo(at)) continue;
    if (at > start) found.push([start, at]);
    start = at + 1;
  }
  return found;
}
