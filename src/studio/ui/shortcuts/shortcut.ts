/** Keyboard shortcuts of a screen. One table drives the keys, the button hints and the shortcut sheet. */

/** An action with its keys. */
export interface Shortcut<Target> {
  /**
   * `KeyboardEvent.key` values, letters in lower case. "Shift+" precedes keys without a character, as in
   * "Shift+ArrowLeft".
   */
  keys: readonly string[];
  /** Description for the shortcut sheet. */
  does: string;
  /** Repeats while the key is held. Otherwise only the first press counts. */
  repeats?: boolean;
  press: (target: Target) => void;
  /** Called when the key is released or the window loses the focus. */
  release?: (target: Target) => void;
}

/** The part of a shortcut that the sheet shows. */
export type ShortcutText = Pick<Shortcut<never>, "keys" | "does">;

type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The key as shortcuts name it; null if the browser handles the key press. */
export function nameOfKey(press: KeyPress): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key.length > 1) return press.shiftKey ? `Shift+${press.key}` : press.key;
  // On keyboards of other scripts, uses the Latin letter of the same key.
  const isAscii = press.key <= "~";
  const latin = isAscii ? null : /^Key([A-Z])$/.exec(press.code);
  return (latin?.[1] ?? press.key).toLowerCase();
}

/** Finds the shortcut of a key. */
export function findShortcut<Target>(
  shortcuts: readonly Shortcut<Target>[],
  key: string,
): Shortcut<Target> | undefined {
  return shortcuts.find(({ keys }) => keys.includes(key));
}

/** The value of `aria-keyshortcuts` for a button with the same action. */
export function ariaKeys({ keys }: ShortcutText): string {
  return keys.map((key) => (key === " " ? "Space" : key)).join(" ");
}
