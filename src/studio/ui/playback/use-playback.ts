/** Connects React to a transport. */
import { useEffect, useMemo } from "react";
import { useStore } from "#studio/store/use-store.ts";
import type { FrameTimes } from "./frame-time.ts";
import { createPlayback, type Playback } from "./playback.ts";
import type { PlaybackState } from "./playback-state.ts";
import type { SettingsStore } from "./settings/playback-settings.ts";

/**
 * The transport of a media element (null until it is mounted), with the clip's frame times once they are read. A new
 * element gets a new transport.
 */
export function usePlayback(
  video: HTMLVideoElement | null,
  settings: SettingsStore,
  frames: FrameTimes | null,
): { playback: Playback; state: PlaybackState } {
  const playback = useMemo(() => createPlayback(video, settings), [video, settings]);
  const state = useStore(playback, (current) => current);
  useEffect(() => playback.setFrames(frames), [playback, frames]);
  return { playback, state };
}
