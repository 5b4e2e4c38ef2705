/** The keys that go to the clips beside the one on the stage. */
import * as messages from "#messages/stage.ts";
import type { Shortcut } from "#studio/ui/shortcuts/shortcut.ts";
import type { ShortcutGroup } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import type { Direction } from "./neighbours.ts";

interface StageKeyTarget {
  goTo: (direction: Direction) => void;
}

export const stageShortcuts = {
  previous: {
    keys: ["Shift+ArrowLeft"],
    does: messages.previousClip,
    press: ({ goTo }) => goTo("previous"),
  },
  next: {
    keys: ["Shift+ArrowRight"],
    does: messages.nextClip,
    press: ({ goTo }) => goTo("next"),
  },
} as const satisfies Record<string, Shortcut<StageKeyTarget>>;

/** What the sheet lists. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  { title: messages.shortcutGroup, shortcuts: Object.values(stageShortcuts) },
];
