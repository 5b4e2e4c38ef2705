/** The keys of the transport, and whose a key is when it is pressed. */
import type { Playback } from "./playback.ts";
import type { PlaybackState } from "./playback-state.ts";

const SKIP_S = 1;

/** What a key can ask for beside the transport itself. */
export interface PlaybackKeyTarget {
  playback: Playback;
  state: PlaybackState;
  hasSound: boolean;
  toggleFullScreen: (() => void) | undefined;
  /** Called with the direction after a step of one frame. */
  onStep?: (frames: number) => void;
}

type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing"
>;

/** Does what a key means; false when it means nothing here. */
export function pressPlaybackKey(press: KeyPress, target: PlaybackKeyTarget): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return false;
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

const TYPED_INTO =
  "textarea, select, [contenteditable]:not([contenteditable='false']), [role='textbox'], [role='combobox'], " +
  "input:not([type='button'], [type='submit'], [type='reset'], [type='checkbox'], [type='radio'], [type='range'])";
const OWN_ARROWS =
  "input[type='radio'], input[type='range'], [role='slider'], [role='radio'], [role='tab'], [role='menuitem'], [role='option']";
const OWN_SPACE =
  "button, summary, a[href], input:not([type='range']), [role='button'], [role='switch']";
const ARROW_KEYS = new Set(["ArrowLeft", "ArrowRight", "Home", "End"]);

/** Whether the element that has the focus uses the key itself, so that the transport must leave it alone. */
export function ownsKey(focused: Element, key: string): boolean {
  if (focused.closest(TYPED_INTO)) return true;
  if (ARROW_KEYS.has(key) && focused.closest(OWN_ARROWS)) return true;
  return key === " " && focused.closest(OWN_SPACE) !== null;
}
