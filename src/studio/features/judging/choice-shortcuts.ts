/** Keys that answer the next question: Q for left, E for right, N for no difference. */

import * as words from "#messages/judging.ts";
import type { Shortcut } from "#studio/ui/shortcuts/shortcut.ts";

interface ChoiceTarget {
  left: () => void;
  neither: () => void;
  right: () => void;
}

export const CHOICE_SHORTCUTS: readonly Shortcut<ChoiceTarget>[] = [
  { keys: ["q"], does: words.sideA, press: ({ left }) => left() },
  { keys: ["n"], does: words.noDifference, press: ({ neither }) => neither() },
  { keys: ["e"], does: words.sideB, press: ({ right }) => right() },
];
