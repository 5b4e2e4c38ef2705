import { useKeyDown } from "#studio/ui/shortcuts/use-key-down.ts";
import { type PlaybackKeyTarget, pressPlaybackKey } from "./playback-keys.ts";

/** Handles the keys of the player's transport. */
export function usePlaybackKeys(region: HTMLElement | null, target: PlaybackKeyTarget): void {
  useKeyDown(region, (event) => {
    if (pressPlaybackKey(event, target)) event.preventDefault();
  });
}
