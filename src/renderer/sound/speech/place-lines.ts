/** Decides when each line of a prompt is spoken. */
import { SAMPLE_RATE } from "../stereo-sound.ts";
import { secondsToSay, type Utterance } from "./speak.ts";
import type { SpokenLine } from "./spoken-lines.ts";
import { syllablesOf } from "./syllables.ts";
import { voiceOf } from "./voice.ts";

/** Silence before the first line and after the last, in seconds. */
const MARGIN_SECONDS = 0.4;
const BETWEEN_LINES_SECONDS = 0.45;
/** Maximum speed-up. Lines that still do not fit are cut. */
const SPEED_UP_MAX = 1.7;

/** A line with its voice and start sample. */
export interface PlacedLine {
  readonly utterance: Utterance;
  readonly startSample: number;
}

/**
 * Places the lines in a clip in sequence: early if the prompt starts with speech, late if action comes first.
 * Lines that are too long are spoken faster, then cut.
 */
export function placeLines(
  lines: readonly SpokenLine[],
  seed: number,
  clipSeconds: number,
): PlacedLine[] {
  const utterances = lines.map((line) => ({
    syllables: syllablesOf(line.text),
    voice: voiceOf(line, seed),
    isQuestion: /[?？]$/u.test(line.text),
    seed,
  }));
  const audible = utterances.filter(({ syllables }) => syllables.length > 0);
  const pauses = Math.max(0, audible.length - 1) * BETWEEN_LINES_SECONDS;
  const room = clipSeconds - 2 * MARGIN_SECONDS;
  const spoken = audible.reduce((sum, utterance) => sum + secondsToSay(utterance), 0);
  const hurry = Math.min(SPEED_UP_MAX, Math.max(1, spoken / (room - pauses)));
  const slack = Math.max(0, room - pauses - spoken / hurry);
  let seconds = MARGIN_SECONDS + slack * (lines[0]?.place ?? 0);
  const placed: PlacedLine[] = [];
  for (const utterance of audible) {
    const hurried = speedUp(utterance, hurry);
    placed.push({ utterance: hurried, startSample: Math.round(seconds * SAMPLE_RATE) });
    seconds += secondsToSay(hurried) + BETWEEN_LINES_SECONDS;
  }
  return placed;
}

function speedUp(utterance: Utterance, times: number): Utterance {
  return {
    ...utterance,
    syllables: utterance.syllables.map((syllable) => ({
      ...syllable,
      pauseSeconds: syllable.pauseSeconds / times,
    })),
    voice: { ...utterance.voice, syllablesPerSecond: utterance.voice.syllablesPerSecond * times },
  };
}
