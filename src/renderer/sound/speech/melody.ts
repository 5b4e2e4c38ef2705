/** The pitch contour of a line. */
import type { Syllable } from "./syllables.ts";
import type { Voice } from "./voice.ts";

interface Melody {
  readonly syllables: readonly Syllable[];
  readonly voice: Pick<Voice, "liveliness">;
  readonly isQuestion: boolean;
}

/**
 * Pitch at a point of a syllable, relative to the voice's own. It sinks over the line, rises on stressed
 * words, falls before a pause and rises at the end of a question.
 */
export function melodyAt(
  { syllables, voice, isQuestion }: Melody,
  index: number,
  way: number,
): number {
  const syllable = syllables[index];
  const along = (index + way) / syllables.length;
  const isLast = index === syllables.length - 1;
  const sink = 0.11 - 0.22 * along;
  const lift = syllable?.isStressed ? 0.1 * Math.sin(Math.PI * way) : 0;
  const breathEnd = (syllable?.pauseSeconds ?? 0) > 0 || isLast;
  const turn = breathEnd ? (isQuestion && isLast ? 0.38 : -0.1) * way : 0;
  return 1 + voice.liveliness * (sink + lift + turn);
}
