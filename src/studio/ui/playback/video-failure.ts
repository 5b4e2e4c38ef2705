/** Why a media element cannot show its clip. */
import { useCallback, useSyncExternalStore } from "react";

/** `network`: it broke off · `decode`: it cannot be decoded · `unplayable`: no clip came from its address. */
export type VideoFailure = "network" | "decode" | "unplayable";

const EVENTS = ["error", "emptied", "loadstart", "loadeddata"] as const;

function failureOf(video: HTMLVideoElement | null): VideoFailure | null {
  switch (video?.error?.code) {
    case undefined:
      return null;
    case MediaError.MEDIA_ERR_NETWORK:
      return "network";
    case MediaError.MEDIA_ERR_DECODE:
      return "decode";
    default:
      return "unplayable";
  }
}

/** The element's present failure, or null. */
export function useVideoFailure(video: HTMLVideoElement | null): VideoFailure | null {
  const subscribe = useCallback(
    (onChange: () => void) => {
      for (const name of EVENTS) video?.addEventListener(name, onChange);
      return () => {
        for (const name of EVENTS) video?.removeEventListener(name, onChange);
      };
    },
    [video],
  );
  return useSyncExternalStore(
    subscribe,
    () => failureOf(video),
    () => null,
  );
}
