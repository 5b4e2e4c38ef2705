/** Decodes selected samples of a clip once, in order, and continues after damaged ones. */
import type { ClipMedia } from "../media/clip-media.ts";
import { decoderConfigOf } from "../media/decoder-config.ts";
import { type PictureTrack, readPictureTrack } from "../media/picture-track.ts";
import { createDamage, type Damage } from "./damage.ts";
import { type Decoded, DecoderFailure, decodeRange } from "./decode-range.ts";
import { applyOrientation, readOrientation } from "./upright.ts";

/** The samples to decode, and which of the resulting frames are wanted. */
export interface SampleChoice {
  /** In decoding order. Each one follows its predecessor in the clip or is a key sample. */
  samples: readonly number[];
  isWanted(frame: number): boolean;
}

export interface DecodedFrame {
  index: number;
  /** Upright. Closed when the next frame is requested. */
  frame: VideoFrame;
}

interface DecodeOptions {
  signal?: AbortSignal | undefined;
  /** Called with the frames lost to each damaged sample on the way, in presentation order. */
  onDamage?: ((frames: readonly number[]) => void) | undefined;
}

/** A failure without any damage found is retried once. */
const FAILURES_MAX = 1;

/**
 * Yields the wanted frames in presentation order, decoding further only as they are consumed; damaged frames are
 * skipped. Throws the signal's reason when aborted, and the decoder's error when it fails or nothing decodes at all.
 */
export async function* decodeSamples(
  media: ClipMedia,
  choose: (track: PictureTrack) => SampleChoice,
  { signal, onDamage }: DecodeOptions = {},
): AsyncGenerator<DecodedFrame, void, undefined> {
  signal?.throwIfAborted();
  const track = await readPictureTrack(media.blob);
  if (!track) throw new Error("The clip's picture is gone.");
  try {
    const config = await decoderConfigOf(track.video);
    if (!config) throw new Error("The clip's picture is gone.");
    const orientation = await readOrientation(track.video);
    const damage = createDamage(track, config);
    const { samples, isWanted } = choose(track);
    let lastYielded = -1;
    let failures = 0;
    let at = 0;
    while (at < samples.length) {
      const range = undamagedRange(samples, at, damage);
      const decoded: Decoded = { lastOutput: -1, lastSample: -1 };
      const frames = decodeRange({ track, config, samples: range, signal }, isWanted, decoded);
      try {
        for await (const { frame: raw, index } of frames) {
          const frame = applyOrientation(raw, orientation);
          try {
            // Restarting a group decodes frames again that were yielded before the failure.
            if (index > lastYielded) yield { index, frame };
          } finally {
            frame.close();
          }
          lastYielded = Math.max(lastYielded, index);
        }
        at = skipLost(samples, at + range.length, { damage, track, onDamage });
      } catch (fault) {
        signal?.throwIfAborted();
        if (!(fault instanceof DecoderFailure)) throw fault;
        const keys = suspectGroups(track, range, decoded);
        if (!(await damage.check(keys))) failures += 1;
        if (failures > FAILURES_MAX) throw fault;
        at = samples.findIndex((sample) => track.keyOf[sample] === keys[0]);
      }
    }
    if (lastYielded === -1 && damage.firstBad(0) < track.samples.length)
      throw new Error("Nothing of the clip can be decoded.");
  } finally {
    track.input.dispose();
  }
}

/** The chosen samples up to the next one known to be damaged. */
function undamagedRange(samples: readonly number[], at: number, damage: Damage): readonly number[] {
  const bad = damage.firstBad(samples[at] ?? 0);
  const length = samples.slice(at).findIndex((sample) => sample >= bad);
  return length === -1 ? samples.slice(at) : samples.slice(at, at + length);
}

/** Index of the next sample to decode, after the rest of a damaged group. */
function skipLost(
  samples: readonly number[],
  at: number,
  {
    damage,
    track,
    onDamage,
  }: Pick<DecodeOptions, "onDamage"> & {
    damage: Damage;
    track: PictureTrack;
  },
): number {
  const first = samples[at];
  if (first === undefined) return samples.length;
  const end = damage.endOf(track.keyOf[first] ?? 0);
  const bad = damage.firstBad(first);
  if (bad > first) return at;
  onDamage?.(damage.lostBy(bad));
  const next = samples.findIndex((sample) => sample >= end);
  return next === -1 ? samples.length : next;
}

/**
 * Key samples of the groups in which the decoder may have failed: from the first missing frame to the last sample fed.
 */
function suspectGroups(
  { samples, keyOf }: PictureTrack,
  range: readonly number[],
  { lastOutput, lastSample }: Decoded,
): readonly number[] {
  const frameOf = (sample: number) => samples[sample]?.frame ?? -1;
  const given = range.filter((sample) => sample <= lastSample);
  const due = given.findIndex((sample) => frameOf(sample) > lastOutput);
  const suspects = due === -1 ? given.slice(-1) : given.slice(due);
  return [...new Set(suspects.map((sample) => keyOf[sample] ?? 0))];
}
