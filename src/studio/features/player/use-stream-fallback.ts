/** Replaces a stream that doesn't play by the whole file, which continues at the same place. */
import { useEffect, useEffectEvent, useRef } from "react";
import type { PlayableSource } from "#studio/downloads/playable-clip.ts";
import type { PlaybackState } from "#studio/ui/playback/playback-state.ts";
import { useVideoFailure, type VideoFailure } from "#studio/ui/playback/video-failure.ts";

interface StreamFallbackOptions {
  /** Address of the clip. */
  clip: string | undefined;
  source: PlayableSource | null;
  state: PlaybackState;
  leaveStream: () => void;
}

/** Returns the failure of the element, unless the whole file is about to replace it. */
export function useStreamFallback(
  video: HTMLVideoElement | null,
  { clip, source, state, leaveStream }: StreamFallbackOptions,
): VideoFailure | null {
  const isStream = source?.kind === "stream";
  const failure = useVideoFailure(video);
  const isFailed = isStream && failure !== null;
  const handleFailure = useEffectEvent(leaveStream);
  useEffect(() => {
    if (isFailed) handleFailure();
  }, [isFailed]);
  useStallWatch(video, isStream && source.isReplaceable, leaveStream);
  useResume(video, { clip, isStream, isPlaying: state.isPlaying });
  return isStream ? null : failure;
}

/** Everything has arrived by then, so a browser that plays the stream needs far less. */
const STALL_MS = 5000;
const EVENTS = ["loadeddata", "canplay", "playing", "pause", "waiting", "seeking", "seeked"];

/** Some browsers stop at gaps that others skip, or never open a stream. They report no error. */
function useStallWatch(
  video: HTMLVideoElement | null,
  isWatching: boolean,
  onStalled: () => void,
): void {
  const handleStalled = useEffectEvent(onStalled);
  useEffect(() => {
    if (video === null || !isWatching) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      clearTimeout(timer);
      if (isWaiting(video)) timer = setTimeout(() => handleStalled(), STALL_MS);
    };
    for (const name of EVENTS) video.addEventListener(name, check);
    check();
    return () => {
      for (const name of EVENTS) video.removeEventListener(name, check);
      clearTimeout(timer);
    };
  }, [video, isWatching]);
}

/** Whether the element lacks the data for what it should show next. */
function isWaiting({ paused, ended, readyState }: HTMLVideoElement): boolean {
  const needed =
    paused || ended ? HTMLMediaElement.HAVE_CURRENT_DATA : HTMLMediaElement.HAVE_FUTURE_DATA;
  return readyState < needed;
}

interface ResumeOptions {
  clip: string | undefined;
  isStream: boolean;
  isPlaying: boolean;
}

interface Place {
  clip: string | undefined;
  element: HTMLVideoElement;
  timeS: number;
  isPlaying: boolean;
}

/** The next element of the same clip starts where the stream was left, and plays if the stream did. */
function useResume(
  video: HTMLVideoElement | null,
  { clip, isStream, isPlaying }: ResumeOptions,
): void {
  const left = useRef<Place>(null);

  // After every render, because the state follows the element.
  useEffect(() => {
    if (!isStream || video === null) return;
    left.current = { clip, element: video, timeS: video.currentTime, isPlaying };
  });

  useEffect(() => {
    const place = left.current;
    // The element of the stream is known a moment longer than the stream.
    if (video === null || isStream || place === null || place.element === video) return;
    left.current = null;
    if (place.clip !== clip) return;
    video.currentTime = place.timeS;
    // Rejected if the file can't be played either, which the player shows.
    if (place.isPlaying) video.play().catch(() => {});
  }, [video, isStream, clip]);
}
