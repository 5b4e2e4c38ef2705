/** The pitch contour of a line. */
import type { Syllable } from "./syllables.ts";
import type { Voice } from "./voice.ts";

interface Melody {
  readonly syllables: readonly Syllable[];
  readonly voice: Pick<Voice, "liveliness">;
  readonly isQuestion: boolean;
}

/**
 * Pitch at a fraction of a syllable, as a factor of the voice's own. It falls over the line and before pauses, and
 * rises on stressed words and at the end of a question.
 */
export function melodyAt(
  { syllables, voice, isQuestion }: Melody,
  index: number,
  fraction: number,
): number {
  const syllable = syllables[index];
  const along = (index + fraction) / syllables.length;
  const isLast = index === syllables.length - 1;
  const sink = 0.11 - 0.22 * along;
  const lift = syllable?.isStressed ? 0.1 * Math.sin(Math.PI * fraction) : 0;
  const breathEnd = (syllable?.pauseSeconds ?? 0) > 0 || isLast;
  const finalBend = breathEnd ? (isQuestion && isLast ? 0.38 : -0.1) * fraction : 0;
  return 1 + voice.liveliness * (sink + lift + finalBend);
}
