/** Finds clipped and silent spans of a sound. */
import type { TimeSpan } from "../report.ts";
import type { Sound } from "./sound.ts";

/** One step below full scale of 16 bits. Decoders of lossy sound may exceed 1. */
const FULL_SCALE = 1 - 2 / 32_768;
/** A single sample at full scale may be a legitimate peak; this many in a row are clipped. */
const CLIPPED_SAMPLES = 3;
/** Clipped spans closer than this are reported as one. */
const CLIPPED_GAP_S = 0.1;
/** -60 dBFS, as in ffmpeg's silencedetect. */
const SILENT_LEVEL = 0.001;
/** Shorter silences are normal pauses. */
const SILENT_S = 0.5;

/** Spans clipped at full scale in any channel. */
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

/** Spans in which all channels are silent. */
export function findSilence({ channels, sampleRate }: Sound): TimeSpan[] {
  const isQuiet = (at: number) =>
    channels.every((samples) => Math.abs(samples[at] ?? 0) < SILENT_LEVEL);
  return runs(channels[0]?.length ?? 0, isQuiet)
    .map(([start, end]) => ({ startS: start / sampleRate, endS: end / sampleRate }))
    .filter(({ startS, endS }) => endS - startS >= SILENT_S);
}

/** Half-open ranges of consecutive indices for which the predicate holds. */
function runs(count: number, predicate: (at: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let start = 0;
  for (let at = 0; at <= count; at += 1) {
    if (at < count && predicate(at)) continue;
    if (at > start) found.push([start, at]);
    start = at + 1;
  }
  return found;
}
