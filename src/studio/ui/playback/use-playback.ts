/** React's view of a transport. */
import { useMemo, useSyncExternalStore } from "react";
import { createPlayback, type Playback } from "./playback.ts";
import { IDLE_PLAYBACK, type PlaybackState } from "./playback-state.ts";

/** The transport of a media element (null while React has not made it). It is made anew when the element is replaced. */
export function usePlayback(video: HTMLVideoElement | null): {
  playback: Playback;
  state: PlaybackState;
} {
  const playback = useMemo(() => createPlayback(video), [video]);
  const state = useSyncExternalStore(playback.subscribe, playback.getState, () => IDLE_PLAYBACK);
  return { playback, state };
}
