/** Keys that answer the question that is next: Q and E lie as the clips do, N says no. */

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
