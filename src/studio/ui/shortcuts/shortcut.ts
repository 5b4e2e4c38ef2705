/** Keys that do something on a whole screen: one table of them drives the keys, the buttons' hints and the sheet that lists them. */

/** One thing that keys can ask for. */
export interface Shortcut<Target> {
  /** As `KeyboardEvent.key` names them, letters in lower case; "Shift+" before those that make no character, such as "Shift+ArrowLeft". */
  keys: readonly string[];
  /** What it does, for the sheet. */
  does: string;
  /** Goes on while the key is held. Otherwise only the first press counts. */
  repeats?: boolean;
  press: (target: Target) => void;
  /** When the key is let go, or the window loses the keyboard. */
  release?: (target: Target) => void;
}

/** The part of a shortcut that the sheet shows. */
export type ShortcutText = Pick<Shortcut<never>, "keys" | "does">;

type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The key as shortcuts name it; null where the press belongs to the browser. */
export function nameOfKey(press: KeyPress): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key.length > 1) return press.shiftKey ? `Shift+${press.key}` : press.key;
  // Keyboards of other scripts: the letter that is printed beside theirs.
  const isAscii = press.key <= "~";
  const latin = isAscii ? null : /^Key([A-Z])$/.exec(press.code);
  return (latin?.[1] ?? press.key).toLowerCase();
}

/** The shortcut of a key, if there is one. */
export function findShortcut<Target>(
  shortcuts: readonly Shortcut<Target>[],
  key: string,
): Shortcut<Target> | undefined {
  return shortcuts.find(({ keys }) => keys.includes(key));
}

/** For a button that does the same: the value of `aria-keyshortcuts`. */
export function ariaKeys({ keys }: ShortcutText): string {
  return keys.map((key) => (key === " " ? "Space" : key)).join(" ");
}
