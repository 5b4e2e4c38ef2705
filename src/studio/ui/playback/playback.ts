/** The transport of one clip. Lives outside React: it reads the media element's own events, and components subscribe to it. */
import {
  ASSUMED_FRAME_RATE,
  refineFrameRate,
  seekTimeOfFrame,
  seekTimeOfStep,
  timeOfFrame,
} from "./frame-time.ts";
import {
  durationOf,
  IDLE_PLAYBACK,
  isSamePlayback,
  type PlaybackMemory,
  type PlaybackState,
  readPlayback,
} from "./playback-state.ts";
import { watchVideo } from "./watch-video.ts";

/** Media clocks round to microseconds; anything nearer than this is the same moment. */
const SAME_MOMENT_S = 0.002;

/** Whether a frame that begins at `startS` can be the one of this moment. */
function isFrameAround(startS: number | null, timeS: number): boolean {
  const age = startS === null ? Number.NaN : timeS - startS;
  return age > -SAME_MOMENT_S && age < 1 / ASSUMED_FRAME_RATE;
}

/** What a transport can ask for. Times in seconds, frames from 0. */
export interface Playback {
  subscribe: (onChange: () => void) => () => void;
  getState: () => PlaybackState;
  play: () => void;
  pause: () => void;
  toggle: () => void;
  /** Forwards or backwards by a time. */
  skip: (seconds: number) => void;
  /** Stops, and shows the frame so many on from the one on the screen. */
  step: (frames: number) => void;
  goToFrame: (frame: number) => void;
  setSpeed: (speed: number) => void;
  setLooping: (isLooping: boolean) => void;
  setMuted: (isMuted: boolean) => void;
}

/** Makes the transport of a media element. It does nothing until somebody subscribes or asks, and nothing at all without one. */
export function createPlayback(video: HTMLVideoElement | null): Playback {
  const memory: PlaybackMemory = {
    frameRate: IDLE_PLAYBACK.frameRate,
    speed: 1,
    isLooping: false,
    isMuted: false,
    shownS: null,
    targetS: null,
  };
  const listeners = new Set<() => void>();
  /** Where it was last sent. What it says itself after a seek is no measure: at its end, Chrome says the whole length. */
  let askedS: number | null = null;
  let state: PlaybackState = IDLE_PLAYBACK;
  let lastFrameS = Number.NaN;

  function update() {
    const next = readPlayback(video, memory);
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
    memory.targetS = Math.max(0, timeS);
    memory.shownS = null;
    // A seek under way is let to end first: restarting it at every move of a slider would show nothing.
    if (!video?.seeking) moveTo(memory.targetS);
    update();
  }

  function handleSeeked(at: HTMLVideoElement) {
    if (memory.targetS === null) return;
    if (askedS !== withinClip(memory.targetS)) moveTo(memory.targetS);
    else if (!at.seeking) {
      memory.targetS = null;
      // The frame reported last may be the new one, or one from before the seek.
      if (!isFrameAround(memory.shownS, at.currentTime)) memory.shownS = null;
    }
  }

  function handleFrame(mediaTimeS: number) {
    memory.frameRate = refineFrameRate(memory.frameRate, lastFrameS, mediaTimeS);
    lastFrameS = mediaTimeS;
    memory.shownS = mediaTimeS;
    update();
  }

  function shownStartS(): number {
    if (memory.targetS !== null) return memory.targetS - 0.5 / memory.frameRate;
    if (memory.shownS !== null) return memory.shownS;
    const { frame, frameRate } = readPlayback(video, memory);
    return timeOfFrame(frame, frameRate);
  }

  function play() {
    const { frame, frameCount, frameRate } = readPlayback(video, memory);
    // From the last frame there is nothing left to play: begin again.
    if (frame === frameCount - 1 && frameCount > 1) seek(0.5 / frameRate);
    // Refused when the page may not play yet, or when a pause comes first; the state tells either way.
    video?.play().catch(update);
  }

  function applySettings() {
    if (video) {
      video.defaultPlaybackRate = memory.speed;
      video.playbackRate = memory.speed;
      video.loop = memory.isLooping;
      video.muted = memory.isMuted;
    }
    update();
  }

  function listen(to: HTMLVideoElement): () => void {
    return watchVideo(to, {
      onEvent(type) {
        if (type === "seeked") handleSeeked(to);
        if (type === "emptied") memory.shownS = memory.targetS = null;
        if (type === "loadedmetadata") applySettings();
        update();
      },
      onFrame: handleFrame,
    });
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
    play,
    pause: () => video?.pause(),
    toggle: () => (readPlayback(video, memory).isPlaying ? video?.pause() : play()),
    skip: (seconds) => seek((memory.targetS ?? video?.currentTime ?? 0) + seconds),
    step(frames) {
      video?.pause();
      const durationS = readPlayback(video, memory).durationS;
      seek(seekTimeOfStep(shownStartS(), frames, memory.frameRate, durationS));
    },
    goToFrame(frame) {
      const { durationS, frameRate } = readPlayback(video, memory);
      seek(seekTimeOfFrame(frame, frameRate, durationS));
    },
    setSpeed(speed) {
      memory.speed = speed;
      applySettings();
    },
    setLooping(isLooping) {
      memory.isLooping = isLooping;
      applySettings();
    },
    setMuted(isMuted) {
      memory.isMuted = isMuted;
      applySettings();
    },
  };
}
