import { useSyncExternalStore } from "react";

function subscribe(onChange: () => void): () => void {
  document.addEventListener("fullscreenchange", onChange);
  return () => document.removeEventListener("fullscreenchange", onChange);
}

/** Phones that allow full screen only for a video have this instead of the standard API. */
interface PhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

/**
 * Full screen for a region, or only for its video if the device allows no more. `toggle` is undefined without any full
 * screen support.
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
        // Some embedders forbid it. Then the screen doesn't change, and no message is needed.
        const change = isFull ? document.exitFullscreen() : region.requestFullscreen();
        change.catch(() => undefined);
      },
    };
  }
  return { isFull, toggle: video?.webkitEnterFullscreen?.bind(video) };
}
