import { useEffect, useEffectEvent, useRef } from "react";
import { ownsKey } from "../playback/playback-keys.ts";
import { findShortcut, nameOfKey, type Shortcut } from "./shortcut.ts";

/**
 * Lets keys act anywhere on the page where nothing uses the key itself. A dialog that is open keeps its keys, unless
 * `region` is in it.
 */
export function useShortcuts<Target>(
  region: HTMLElement | null,
  shortcuts: readonly Shortcut<Target>[],
  target: Target,
): void {
  const held = useRef(new Map<string, Shortcut<Target>>());

  const handleDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element) || !region) return;
    const key = nameOfKey(event);
    if (key === null || ownsKey(event.target, event.key)) return;
    const dialog = document.querySelector("dialog:modal");
    if (dialog && !dialog.contains(region)) return;
    const shortcut = findShortcut(shortcuts, key);
    if (!shortcut) return;
    event.preventDefault();
    if (event.repeat && !shortcut.repeats) return;
    if (shortcut.release) held.current.set(event.code, shortcut);
    shortcut.press(target);
  });
  const handleUp = useEffectEvent((event: KeyboardEvent) => {
    held.current.get(event.code)?.release?.(target);
    held.current.delete(event.code);
  });
  const letAllGo = useEffectEvent(() => {
    for (const shortcut of held.current.values()) shortcut.release?.(target);
    held.current.clear();
  });

  useEffect(() => {
    const down = (event: KeyboardEvent) => handleDown(event);
    const up = (event: KeyboardEvent) => handleUp(event);
    const blur = () => letAllGo();
    document.addEventListener("keydown", down);
    document.addEventListener("keyup", up);
    window.addEventListener("blur", blur);
    return () => {
      document.removeEventListener("keydown", down);
      document.removeEventListener("keyup", up);
      window.removeEventListener("blur", blur);
    };
  }, []);
}
