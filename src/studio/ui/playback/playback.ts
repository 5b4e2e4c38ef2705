/**
 * One transport for one clip, or for several that play together. Lives outside React: it reads the media
 * elements' own events, and components subscribe to it.
 */
import { followCorrection } from "./follow.ts";
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
  leaderOf,
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

/** Makes the transport of some media elements. It does nothing until somebody subscribes or asks. */
export function createPlayback(videos: readonly HTMLVideoElement[]): Playback {
  const memory: PlaybackMemory = {
    frameRate: IDLE_PLAYBACK.frameRate,
    speed: 1,
    isLooping: false,
    isMuted: false,
    shownS: null,
    targetS: null,
  };
  const listeners = new Set<() => void>();
  /** Where each was last sent. What it says itself after a seek is no measure: at its end, Chrome says the whole length. */
  const askedS = new Map<HTMLVideoElement, number>();
  let state: PlaybackState = IDLE_PLAYBACK;
  let lastFrameS = Number.NaN;

  function update() {
    const next = readPlayback(videos, memory);
    if (isSamePlayback(state, next)) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function withinClip(video: HTMLVideoElement, timeS: number): number {
    const end = durationOf(video);
    return end > 0 ? Math.min(timeS, end - SAME_MOMENT_S) : timeS;
  }

  function moveTo(video: HTMLVideoElement, timeS: number) {
    const wantedS = withinClip(video, timeS);
    askedS.set(video, wantedS);
    video.currentTime = wantedS;
  }

  function seek(timeS: number) {
    memory.targetS = Math.max(0, timeS);
    memory.shownS = null;
    // A seek under way is let to end first: restarting it at every move of a slider would show nothing.
    for (const video of videos) if (!video.seeking) moveTo(video, memory.targetS);
    update();
  }

  function handleSeeked(video: HTMLVideoElement) {
    if (memory.targetS === null) return;
    const isElsewhere = askedS.get(video) !== withinClip(video, memory.targetS);
    if (isElsewhere) moveTo(video, memory.targetS);
    else if (!videos.some((other) => other.seeking)) {
      memory.targetS = null;
      // The frame reported last may be the new one, or one from before the seek.
      if (!isFrameAround(memory.shownS, video.currentTime)) memory.shownS = null;
    }
  }

  function handleFrame(video: HTMLVideoElement, mediaTimeS: number) {
    if (video !== leaderOf(videos)) return;
    memory.frameRate = refineFrameRate(memory.frameRate, lastFrameS, mediaTimeS);
    lastFrameS = mediaTimeS;
    memory.shownS = mediaTimeS;
    if (!video.paused) keepStep(video);
    update();
  }

  function keepStep(leader: HTMLVideoElement) {
    for (const video of videos) {
      if (video === leader || video.seeking) continue;
      if (leader.currentTime >= durationOf(video)) continue;
      const correction = followCorrection(video.currentTime - leader.currentTime, memory.speed);
      if (correction.kind === "jump") moveTo(video, leader.currentTime);
      else if (video.playbackRate !== correction.speed) video.playbackRate = correction.speed;
      if (video.paused) start(video);
    }
  }

  function start(video: HTMLVideoElement) {
    // Refused when the page may not play yet, or when a pause comes first; the state tells either way.
    video.play().catch(update);
  }

  function shownStartS(): number {
    if (memory.targetS !== null) return memory.targetS - 0.5 / memory.frameRate;
    if (memory.shownS !== null) return memory.shownS;
    const { frame, frameRate } = readPlayback(videos, memory);
    return timeOfFrame(frame, frameRate);
  }

  function pause() {
    for (const video of videos) video.pause();
    // Several clips stop a moment apart: bring them to one frame.
    if (videos.length > 1) seek(shownStartS() + 0.5 / memory.frameRate);
  }

  function play() {
    const leader = leaderOf(videos);
    if (!leader) return;
    const { frame, frameCount, frameRate } = readPlayback(videos, memory);
    // From the last frame there is nothing left to play: begin again.
    if (frame === frameCount - 1 && frameCount > 1) seek(0.5 / frameRate);
    // A shorter clip waits at its end until the leader begins again.
    const fromS = memory.targetS ?? leader.currentTime;
    for (const video of videos) if (fromS < durationOf(video) || video === leader) start(video);
  }

  function applySettings() {
    const leader = leaderOf(videos);
    for (const video of videos) {
      video.defaultPlaybackRate = memory.speed;
      video.playbackRate = memory.speed;
      video.loop = memory.isLooping && video === leader;
      video.muted = memory.isMuted;
    }
    update();
  }

  function listen(video: HTMLVideoElement): () => void {
    return watchVideo(video, {
      onEvent(type) {
        if (type === "seeked") handleSeeked(video);
        if (type === "emptied") memory.shownS = memory.targetS = null;
        if (type === "loadedmetadata") applySettings();
        update();
      },
      onFrame: (startS) => handleFrame(video, startS),
    });
  }

  let stopListening: (() => void)[] = [];
  return {
    getState: () => state,
    subscribe(onChange) {
      if (listeners.size === 0) stopListening = videos.map(listen);
      listeners.add(onChange);
      update();
      return () => {
        listeners.delete(onChange);
        if (listeners.size === 0) for (const stop of stopListening) stop();
      };
    },
    play,
    pause,
    toggle: () => (readPlayback(videos, memory).isPlaying ? pause() : play()),
    skip: (seconds) => seek((memory.targetS ?? leaderOf(videos)?.currentTime ?? 0) + seconds),
    step(frames) {
      for (const video of videos) video.pause();
      const durationS = readPlayback(videos, memory).durationS;
      seek(seekTimeOfStep(shownStartS(), frames, memory.frameRate, durationS));
    },
    goToFrame(frame) {
      const { durationS, frameRate } = readPlayback(videos, memory);
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
