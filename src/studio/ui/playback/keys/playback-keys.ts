/** The keys of the player's transport. */
import type { Playback } from "#studio/ui/playback/playback.ts";
import type { PlaybackState } from "#studio/ui/playback/playback-state.ts";

const SKIP_S = 1;

/** The targets of the key commands. */
export interface PlaybackKeyTarget {
  playback: Playback;
  state: PlaybackState;
  hasSound: boolean;
  toggleFullScreen: (() => void) | undefined;
  /** Called with the direction after a step of one frame. */
  onStep?: (frames: number) => void;
}

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Runs the command of a key. Returns false if the key has none. */
export function pressPlaybackKey(press: KeyPress, target: PlaybackKeyTarget): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey) return false;
  // Shift and an arrow key goes to another clip.
  if (press.shiftKey && press.key.startsWith("Arrow")) return false;
  const { playback, state } = target;
  switch (press.key.length === 1 ? press.key.toLowerCase() : press.key) {
    case " ":
    case "k":
      playback.toggle();
      return true;
    case ",":
    case ".": {
      const frames = press.key === "." ? 1 : -1;
      playback.step(frames);
      target.onStep?.(frames);
      return true;
    }
    case "j":
    case "ArrowLeft":
      playback.skip(-SKIP_S);
      return true;
    case "l":
    case "ArrowRight":
      playback.skip(SKIP_S);
      return true;
    case "Home":
      playback.goToFrame(0);
      return true;
    case "End":
      playback.goToFrame(Number.MAX_SAFE_INTEGER);
      return true;
    case "f":
      target.toggleFullScreen?.();
      return target.toggleFullScreen !== undefined;
    case "m":
      if (target.hasSound) playback.setMuted(!state.isMuted);
      return target.hasSound;
    default:
      return false;
  }
}
