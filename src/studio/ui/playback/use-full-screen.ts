import { useSyncExternalStore } from "react";

function subscribe(onChange: () => void): () => void {
  document.addEventListener("fullscreenchange", onChange);
  return () => document.removeEventListener("fullscreenchange", onChange);
}

/** Phones that show only a bare video full screen have this in place of the standard's way. */
interface PhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

/**
 * Full screen for a region, or for its video alone where a device allows no more.
 * `toggle` is undefined where there is no full screen at all.
 */
export function useFullScreen(
  region: HTMLElement | null,
  video: PhoneVideo | null = null,
): { isFull: boolean; toggle: (() => void) | undefined } {
  const isFull = useSyncExternalStore(
    subscribe,
    () => region !== null && document.fullscreenElement === region,
    () => false,
  );
  if (!region) return { isFull, toggle: undefined };
  if (document.fullscreenEnabled) {
    return {
      isFull,
      toggle() {
        // Refused by some embedders' policies; then nothing changes on the screen, which tells it.
        const change = isFull ? document.exitFullscreen() : region.requestFullscreen();
        change.catch(() => undefined);
      },
    };
  }
  return { isFull, toggle: video?.webkitEnterFullscreen?.bind(video) };
}
