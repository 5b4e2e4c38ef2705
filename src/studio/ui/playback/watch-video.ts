/** Subscribes to all events of a media element. */

const EVENTS = [
  "loadedmetadata",
  "loadeddata",
  "canplay",
  "durationchange",
  "emptied",
  "play",
  "playing",
  "pause",
  "waiting",
  "ended",
  "timeupdate",
  "seeking",
  "seeked",
  "error",
] as const;

interface VideoWatcher {
  onEvent: (type: string) => void;
  /** A frame was shown; `startS` is its start. Older browsers never call it. */
  onFrame: (startS: number) => void;
}

/** Listens to an element. Returns a disposer. */
export function watchVideo(
  video: HTMLVideoElement,
  { onEvent, onFrame }: VideoWatcher,
): () => void {
  const handleEvent = (event: Event) => onEvent(event.type);
  let callbackId: number | undefined;
  function watchFrames() {
    if (!("requestVideoFrameCallback" in video)) return;
    callbackId = video.requestVideoFrameCallback((_now, { mediaTime }) => {
      onFrame(mediaTime);
      watchFrames();
    });
  }
  for (const name of EVENTS) video.addEventListener(name, handleEvent);
  watchFrames();
  return () => {
    for (const name of EVENTS) video.removeEventListener(name, handleEvent);
    if (callbackId !== undefined) video.cancelVideoFrameCallback(callbackId);
  };
}
