/** Why a media element cannot show its clip. */
import { useCallback, useSyncExternalStore } from "react";

/** `network`: the download broke off · `decode`: the data can't be decoded · `unplayable`: the URL has no clip. */
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

/** The element's current failure, or null. */
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
