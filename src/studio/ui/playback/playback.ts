/** The transport of one clip. It is a store outside React that follows the events of the media element. */
import { type FrameTimes, frameAt, seekTimeOfFrame } from "./frame-time.ts";
import { createSettings, type SettingsStore } from "./playback-settings.ts";
import {
  durationOf,
  IDLE_PLAYBACK,
  isSamePlayback,
  type PlaybackMemory,
  type PlaybackState,
  readPlayback,
  shownFrame,
} from "./playback-state.ts";
import { watchVideo } from "./watch-video.ts";

/** Media clocks round to microseconds; times closer than this count as equal. */
const SAME_MOMENT_S = 0.002;

/** State and commands of a transport. Times are in seconds; frames count from 0. */
export interface Playback {
  subscribe: (onChange: () => void) => () => void;
  getState: () => PlaybackState;
  /** Sets the clip's sample table once it is read, and makes the steps requested before. */
  setFrames: (frames: FrameTimes | null) => void;
  play: () => void;
  pause: () => void;
  toggle: () => void;
  /** Seeks by a number of seconds, forwards or backwards. */
  skip: (seconds: number) => void;
  /** Seeks to a time on the element's own clock. */
  goToTime: (timeS: number) => void;
  /** Pauses and moves by a number of frames. Waits for the sample table. */
  step: (frames: number) => void;
  goToFrame: (frame: number) => void;
  setSpeed: (speed: number) => void;
  setLooping: (isLooping: boolean) => void;
  setMuted: (isMuted: boolean) => void;
  /** 0 to 1. Also unmutes the clip. */
  setVolume: (volume: number) => void;
}

/** Creates the transport of a media element. It is inactive until subscribed to or used, and without an element. */
export function createPlayback(
  video: HTMLVideoElement | null,
  settings: SettingsStore = createSettings(),
): Playback {
  const memory: PlaybackMemory = { frames: null, clockOffsetS: 0, shownS: null, targetS: null };
  const listeners = new Set<() => void>();
  /**
   * The last seek target. `currentTime` is no substitute, because Chrome reports the full length after a seek to the
   * end.
   */
  let askedS: number | null = null;
  /** Steps requested before the sample table is known. */
  let waitingSteps = 0;
  let state: PlaybackState = IDLE_PLAYBACK;

  function update() {
    const next = readPlayback(video, memory, settings.getState());
    if (isSamePlayback(state, next)) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function withinClip(timeS: number): number {
    const end = video ? durationOf(video) : 0;
    return end > 0 ? Math.min(timeS, end - SAME_MOMENT_S) : timeS;
  }

  function moveTo(timeS: number) {
    if (!video) return;
    askedS = withinClip(timeS);
    video.currentTime = askedS;
  }

  function seek(timeS: number) {
    waitingSteps = 0;
    memory.targetS = Math.max(0, timeS);
    memory.shownS = null;
    // Lets a seek in progress finish first. Restarting it on every slider move would never show a frame.
    if (!video?.seeking) moveTo(memory.targetS);
    update();
  }

  function seekToFrame(frame: number, frames: FrameTimes) {
    const last = frames.frameStarts.length - 1;
    seek(seekTimeOfFrame(Math.min(Math.max(frame, 0), last), frames) - memory.clockOffsetS);
  }

  function handleSeeked(at: HTMLVideoElement) {
    if (memory.targetS === null) return;
    if (askedS !== withinClip(memory.targetS)) moveTo(memory.targetS);
    else if (!at.seeking) {
      memory.targetS = null;
      // The last reported frame may be the new one, or one from before the seek.
      if (!isShownAt(at.currentTime)) memory.shownS = null;
    }
  }

  function isShownAt(timeS: number): boolean {
    const { frames, shownS, clockOffsetS } = memory;
    if (frames === null || shownS === null) return false;
    return frameAt(shownS + clockOffsetS, frames) === frameAt(timeS + clockOffsetS, frames);
  }

  function handleFrame(mediaTimeS: number) {
    memory.shownS = mediaTimeS;
    alignClocks();
    update();
  }

  /**
   * Some browsers count from the file's first frame, whatever its timestamp. A reported frame earlier than that
   * timestamp reveals it.
   */
  function alignClocks() {
    const [firstS = 0] = memory.frames?.frameStarts ?? [];
    if (memory.shownS !== null && memory.shownS < firstS - SAME_MOMENT_S) {
      memory.clockOffsetS = firstS;
    }
  }

  function play() {
    const { frames } = memory;
    const frame = video && shownFrame(video, memory);
    // At the last frame, play starts again from the beginning.
    if (frames && frames.frameStarts.length > 1 && frame === frames.frameStarts.length - 1) {
      seekToFrame(0, frames);
    }
    waitingSteps = 0;
    // Rejected if autoplay is blocked or a pause comes first. The state shows the result either way.
    video?.play().catch(update);
  }

  function applySettings() {
    const { speed, isLooping, isMuted, volume } = settings.getState();
    if (video) {
      video.defaultPlaybackRate = speed;
      video.playbackRate = speed;
      video.loop = isLooping;
      video.muted = isMuted;
      video.volume = volume;
    }
    update();
  }

  function step(by: number) {
    video?.pause();
    const frame = video && shownFrame(video, memory);
    if (frame !== null && memory.frames) seekToFrame(frame + by, memory.frames);
    else waitingSteps += by;
  }

  function listen(to: HTMLVideoElement): () => void {
    const stopSettings = settings.subscribe(applySettings);
    applySettings();
    const stopWatching = watchVideo(to, {
      onEvent(type) {
        if (type === "seeked") handleSeeked(to);
        if (type === "emptied") memory.shownS = memory.targetS = null;
        if (type === "loadedmetadata") applySettings();
        update();
      },
      onFrame: handleFrame,
    });
    return () => {
      stopSettings();
      stopWatching();
    };
  }

  let stopListening: (() => void) | undefined;
  return {
    getState: () => state,
    subscribe(onChange) {
      if (listeners.size === 0 && video) stopListening = listen(video);
      listeners.add(onChange);
      update();
      return () => {
        listeners.delete(onChange);
        if (listeners.size === 0) stopListening?.();
      };
    },
    setFrames(frames) {
      if (memory.frames === frames) return;
      memory.frames = frames;
      memory.clockOffsetS = 0;
      alignClocks();
      update();
      if (frames && waitingSteps !== 0) step(waitingSteps);
    },
    play,
    pause: () => video?.pause(),
    toggle: () =>
      readPlayback(video, memory, settings.getState()).isPlaying ? video?.pause() : play(),
    skip: (seconds) => seek((memory.targetS ?? video?.currentTime ?? 0) + seconds),
    goToTime: seek,
    step,
    goToFrame(frame) {
      if (memory.frames) seekToFrame(frame, memory.frames);
      // Without a sample table only the first and the last position are known.
      else seek(frame <= 0 || !video ? 0 : durationOf(video));
    },
    setSpeed: (speed) => settings.set({ speed }),
    setLooping: (isLooping) => settings.set({ isLooping }),
    setMuted: (isMuted) => settings.set({ isMuted }),
    setVolume: (volume) => settings.set({ volume, isMuted: false }),
  };
}
