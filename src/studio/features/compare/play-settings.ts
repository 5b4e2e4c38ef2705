/** Saves speed, loop and mute of a comparison. They are the same preferences as the player's. */

import type { Comparison } from "#comparison/engine/comparison.ts";
import type { CompareAddress } from "#comparison/link/compare-address.ts";
import type { SettingsStore } from "#studio/ui/playback/settings/playback-settings.ts";
import { SPEEDS } from "#studio/ui/playback/settings/speeds.ts";

/**
 * Applies the saved settings that the URL does not specify. The URL takes precedence, because it shows a chosen frame.
 */
export function applySettings(
  comparison: Comparison,
  isSpecified: CompareAddress["isSpecified"],
  settings: SettingsStore,
): void {
  const { speed, isLooping, isMuted } = settings.getState();
  if (!isSpecified.speed) comparison.setSpeed(speed);
  if (!isSpecified.isLooping) comparison.setLooping(isLooping);
  if (!isSpecified.audible && isMuted) comparison.setAudible("none");
}

/** Saves what the creator changes from now on. Returns a disposer. */
export function followSettings(comparison: Comparison, settings: SettingsStore): () => void {
  let before = comparison.getState();
  return comparison.subscribe(() => {
    const state = comparison.getState();
    const { speed, isLooping, region, audible } = state;
    const offered = SPEEDS.find((each) => each === speed);
    if (speed !== before.speed && offered !== undefined) settings.set({ speed: offered });
    // Setting a mark turns looping on, which is no preference for other clips.
    if (isLooping !== before.isLooping && region === null) settings.set({ isLooping });
    const isMuted = audible === "none";
    if (isMuted !== (before.audible === "none")) settings.set({ isMuted });
    before = state;
  });
}
