import { useEffect, useEffectEvent } from "react";
import { ownsKey, type PlaybackKeyTarget, pressPlaybackKey } from "./playback-keys.ts";

/**
 * Lets the keys of the transport act while the focus is inside `region`, and anywhere else on the page where
 * nothing uses the key itself. An open dialog keeps its keys.
 */
export function usePlaybackKeys(region: HTMLElement | null, target: PlaybackKeyTarget): void {
  const handleKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element) || !region) return;
    if (ownsKey(event.target, event.key)) return;
    const dialog = document.querySelector("dialog:modal");
    if (dialog && !dialog.contains(region)) return;
    if (pressPlaybackKey(event, target)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
