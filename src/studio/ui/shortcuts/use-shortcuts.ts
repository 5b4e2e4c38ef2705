import { useEffect, useEffectEvent, useRef } from "react";
import { findShortcut, nameOfKey, type Shortcut } from "./shortcut.ts";
import { useKeyDown } from "./use-key-down.ts";

/** Runs the shortcuts of a table. {@link useKeyDown} decides where they act. */
export function useShortcuts<Target>(
  region: HTMLElement | null,
  shortcuts: readonly Shortcut<Target>[],
  target: Target,
): void {
  const held = useRef(new Map<string, Shortcut<Target>>());

  useKeyDown(region, (event) => {
    const key = nameOfKey(event);
    const shortcut = key === null ? undefined : findShortcut(shortcuts, key);
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
  const releaseAll = useEffectEvent(() => {
    for (const shortcut of held.current.values()) shortcut.release?.(target);
    held.current.clear();
  });
  useEffect(() => {
    const up = (event: KeyboardEvent) => handleUp(event);
    const blur = () => releaseAll();
    document.addEventListener("keyup", up);
    window.addEventListener("blur", blur);
    return () => {
      document.removeEventListener("keyup", up);
      window.removeEventListener("blur", blur);
    };
  }, []);
}
