/** The player's shortcuts, as the shortcut sheet lists them. Their keys are handled by `playback-keys.ts`. */
import * as messages from "#messages/player.ts";
import type { ShortcutGroup } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";

const { does } = messages;

export const PLAYER_SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: messages.region,
    shortcuts: [
      { keys: [" ", "k"], does: does.toggle },
      { keys: [","], does: does.previousFrame },
      { keys: ["."], does: does.nextFrame },
      { keys: ["ArrowLeft", "j"], does: does.back },
      { keys: ["ArrowRight", "l"], does: does.forward },
      { keys: ["Home"], does: does.firstFrame },
      { keys: ["End"], does: does.lastFrame },
      { keys: ["m"], does: does.mute },
      { keys: ["f"], does: does.fullScreen },
    ],
  },
];
