/** React's view of a transport. */
import { useMemo, useSyncExternalStore } from "react";
import { createPlayback, type Playback } from "./playback.ts";
import { IDLE_PLAYBACK, type PlaybackState } from "./playback-state.ts";

/**
 * One transport for one or two media elements (null while React has not made one). It is made anew when an
 * element is replaced.
 */
export function usePlayback(
  first: HTMLVideoElement | null,
  second: HTMLVideoElement | null = null,
): { playback: Playback; state: PlaybackState } {
  const playback = useMemo(
    () => createPlayback([first, second].filter((video) => video !== null)),
    [first, second],
  );
  const state = useSyncExternalStore(playback.subscribe, playback.getState, () => IDLE_PLAYBACK);
  return { playback, state };
}
