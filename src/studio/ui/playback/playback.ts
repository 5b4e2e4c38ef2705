/** The transport of one clip. It is a store outside React that follows the events of the media element. */
import { createStore, type ReadableStore } from "#store/create-store.ts";
import { merged } from "#store/merged.ts";
import type { FrameTimes } from "./frame-time.ts";
import { INITIAL_MEMORY, nextMemory, type PlaybackEvent } from "./playback-memory.ts";
import { IDLE_PLAYBACK, type PlaybackState, readPlayback } from "./playback-state.ts";
import {
  createSettings,
  type PlaybackSettings,
  type SettingsStore,
} from "./settings/playback-settings.ts";
import { watchVideo } from "./watch-video.ts";

/** State and commands of a transport. Times are in seconds; frames count from 0. */
export interface Playback extends ReadableStore<PlaybackState> {
  /** Sets the clip's sample table once it is read, and performs the steps requested before. */
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
  let memory = INITIAL_MEMORY;
  const store = createStore(IDLE_PLAYBACK, () => {
    if (video) return follow(video);
    update();
    return () => {};
  });

  function update() {
    const now = readPlayback(video, memory, settings.getState());
    store.set(merged(store.getState(), now));
  }

  function dispatch(event: PlaybackEvent) {
    if (video) {
      const next = nextMemory(memory, event, video);
      memory = next.memory;
      if (next.moveToS !== null) video.currentTime = next.moveToS;
    }
    update();
  }

  function follow(element: HTMLVideoElement): () => void {
    const apply = () => {
      applySettings(element, settings.getState());
      update();
    };
    const stopSettings = settings.subscribe(apply);
    apply();
    const stopWatching = watchVideo(element, {
      onEvent(type) {
        if (type === "seeked" || type === "emptied") dispatch({ type });
        else if (type === "loadedmetadata") apply();
        else update();
      },
      onFrame: (startS) => dispatch({ type: "frame-shown", startS }),
    });
    return () => {
      stopSettings();
      stopWatching();
    };
  }

  function play() {
    dispatch({ type: "play" });
    // Rejected if autoplay is blocked or a pause comes first. The state shows the result either way.
    video?.play().catch(update);
  }

  return {
    subscribe: store.subscribe,
    getState: store.getState,
    getInitialState: store.getInitialState,
    setFrames(frames) {
      if (memory.frames === frames) return;
      if (frames && memory.waitingSteps !== 0) video?.pause();
      dispatch({ type: "frames-read", frames });
    },
    play,
    pause: () => video?.pause(),
    toggle() {
      if (readPlayback(video, memory, settings.getState()).isPlaying) video?.pause();
      else play();
    },
    skip: (byS) => dispatch({ type: "skip", byS }),
    goToTime: (toS) => dispatch({ type: "seek", toS }),
    step(frames) {
      video?.pause();
      dispatch({ type: "step", frames });
    },
    goToFrame: (frame) => dispatch({ type: "seek-to-frame", frame }),
    setSpeed: (speed) => settings.set({ speed }),
    setLooping: (isLooping) => settings.set({ isLooping }),
    setMuted: (isMuted) => settings.set({ isMuted }),
    setVolume: (volume) => settings.set({ volume, isMuted: false }),
  };
}

function applySettings(video: HTMLVideoElement, settings: PlaybackSettings) {
  video.defaultPlaybackRate = settings.speed;
  video.playbackRate = settings.speed;
  video.loop = settings.isLooping;
  video.muted = settings.isMuted;
  video.volume = settings.volume;
}
