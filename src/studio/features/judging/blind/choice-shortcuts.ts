/** Keys that answer the next question: Q for left, E for right, N for no difference. */

import * as messages from "#messages/judging.ts";
import type { Shortcut } from "#studio/ui/shortcuts/shortcut.ts";

interface ChoiceTarget {
  left: () => void;
  neither: () => void;
  right: () => void;
}

export const CHOICE_SHORTCUTS: readonly Shortcut<ChoiceTarget>[] = [
  { keys: ["q"], does: messages.sideA, press: ({ left }) => left() },
  { keys: ["n"], does: messages.noDifference, press: ({ neither }) => neither() },
  { keys: ["e"], does: messages.sideB, press: ({ right }) => right() },
];
