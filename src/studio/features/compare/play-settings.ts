/** Speed, loop and mute of a comparison last like those of the player: one preference for every clip. */
import type { SettingsStore } from "#studio/ui/playback/playback-settings.ts";
import { SPEEDS } from "#studio/ui/playback/playback-state.ts";
import type { Comparison } from "./engine/comparison.ts";

/** Applies what an address leaves open. What it names holds: it is a moment that somebody wanted to show. */
export function applySettings(
  comparison: Comparison,
  search: string,
  settings: SettingsStore,
): void {
  const named = new URLSearchParams(search);
  const { speed, isLooping, isMuted } = settings.get();
  if (!named.has("speed")) comparison.setSpeed(speed);
  if (!named.has("loop")) comparison.setLooping(isLooping);
  if (!named.has("hear") && isMuted) comparison.setHeard("none");
}

/** Keeps what the creator changes from now on. Returns a disposer. */
export function followSettings(comparison: Comparison, settings: SettingsStore): () => void {
  let before = comparison.getState();
  return comparison.subscribe(() => {
    const state = comparison.getState();
    const { speed, isLooping, region, heard } = state;
    const offered = SPEEDS.find((each) => each === speed);
    if (speed !== before.speed && offered !== undefined) settings.set({ speed: offered });
    // A marked region loops by itself, which says nothing of other clips.
    if (isLooping !== before.isLooping && region === null) settings.set({ isLooping });
    const isMuted = heard === "none";
    if (isMuted !== (before.heard === "none")) settings.set({ isMuted });
    before = state;
  });
}
