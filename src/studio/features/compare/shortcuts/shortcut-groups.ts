/** The groups of the shortcut sheet, in order. */
import * as messages from "#messages/compare-transport.ts";
import type { ShortcutGroup } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { STAGE_SHORTCUTS } from "../stage/stage-shortcuts.ts";
import { TRANSPORT_SHORTCUTS as KEYS } from "./transport-shortcuts.ts";

/** All shortcuts of the comparison, without the sound shortcut when there is no sound to toggle. */
export function shortcutGroups(isSilent: boolean): readonly ShortcutGroup[] {
  const sound = isSilent ? [] : [KEYS.sound];
  return [
    { title: messages.groups.play, shortcuts: [KEYS.toggle, KEYS.back, KEYS.stop, KEYS.faster] },
    {
      title: messages.groups.move,
      shortcuts: [
        KEYS.previousFrame,
        KEYS.nextFrame,
        KEYS.previousSecond,
        KEYS.nextSecond,
        KEYS.firstFrame,
        KEYS.lastFrame,
        KEYS.offsetLess,
        KEYS.offsetMore,
      ],
    },
    {
      title: messages.groups.loop,
      shortcuts: [
        KEYS.loop,
        KEYS.markStart,
        KEYS.markEnd,
        KEYS.clearMarks,
        KEYS.decreaseSpeed,
        KEYS.increaseSpeed,
      ],
    },
    { title: messages.groups.picture, shortcuts: Object.values(STAGE_SHORTCUTS) },
    { title: messages.groups.other, shortcuts: [...sound, KEYS.fullScreen, KEYS.sheet] },
  ];
}
