import { useKeyDown } from "../shortcuts/use-key-down.ts";
import { type PlaybackKeyTarget, pressPlaybackKey } from "./playback-keys.ts";

/** Lets the keys of the player's transport act. */
export function usePlaybackKeys(region: HTMLElement | null, target: PlaybackKeyTarget): void {
  useKeyDown(region, (event) => {
    if (pressPlaybackKey(event, target)) event.preventDefault();
  });
}
