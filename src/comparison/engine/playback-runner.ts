/** Runs the playback of a comparison: feeds the state machine with events and paints, and carries out its steps. */

import type { SoundController } from "#comparison/sound/sound-controller.ts";
import type { ComparisonClock } from "../clock/comparison-clock.ts";
import { clockSettingsOf, spanOf } from "./clock-settings.ts";
import type { PairFrames } from "./pair-frames.ts";
import { nextPlayback } from "./playback.ts";
import {
  INITIAL_PLAYBACK,
  isPlaying,
  type Playback,
  type PlaybackEvent,
  type PlaybackStep,
} from "./playback-state.ts";
import type { StateStore } from "./state-store.ts";

export interface PlaybackRunner {
  /** Handles an event of the creator or of the page. */
  dispatch(event: Exclude<PlaybackEvent, { type: "tick" }>): void;
  /** Ticks before the next paint. */
  requestTick(): void;
  /** Ticks at once. */
  tick(): void;
  close(): void;
}

interface Parts {
  clock: ComparisonClock;
  pairs: PairFrames;
  sound: SoundController;
  store: StateStore;
}

/** Starts paused on the first frame, and pauses whenever the page is hidden. */
export function createPlaybackRunner({ clock, pairs, sound, store }: Parts): PlaybackRunner {
  let playback: Playback = INITIAL_PLAYBACK;
  let isClosed = false;
  let cancelTick: (() => void) | null = null;

  function handle(event: PlaybackEvent) {
    if (isClosed) return;
    const state = store.getState();
    const step = nextPlayback(playback, event, {
      nowMs: clock.now(),
      clockSettings: clockSettingsOf(state),
      frameCount: state.frameCount,
      shownFrame: pairs.shown?.frame ?? null,
      canPlay: state.failedSide === null,
      has: pairs.has,
      nearest: pairs.nearest,
    });
    playback = step.playback;
    if (step.sound) control(step.sound);
    if (step.focus !== undefined) focus(step.focus);
    if (step.ticks) requestTick();
    show(step);
  }

  function requestTick() {
    if (isClosed || cancelTick) return;
    cancelTick = clock.schedule(() => {
      cancelTick = null;
      tick();
    });
  }

  function tick() {
    const audioPosition = playback.phase === "playing" ? sound.follow() : null;
    handle({ type: "tick", audioPosition });
  }

  function control(command: NonNullable<PlaybackStep["sound"]>) {
    if (command === "unlock") sound.unlock();
    if (command === "end") sound.end();
    if (command === "begin" && playback.phase === "playing") {
      const { frameRate, offsetFrames } = store.getState();
      sound.begin({ clock: playback.clock, frameRate, offsetFrames });
    }
  }

  function focus(frame: number) {
    const { start, end } = spanOf(store.getState());
    const loop = store.getState().isLooping ? { start, end: end - 1 } : null;
    pairs.focus({ frame, isPlaying: isPlaying(playback), loop });
  }

  /** Shows the step's pair and publishes the state. Listeners may dispatch the next event, so this comes last. */
  function show({ show: pair, dropped = 0 }: PlaybackStep) {
    const isFirst = pairs.shown === null;
    const isShown = pair !== undefined && pairs.show(pair.frame, pair.detail);
    if (isShown && isFirst) sound.prepare();
    store.set({
      isPlaying: isPlaying(playback),
      isBuffering: playback.phase === "buffering",
      droppedFrames: store.getState().droppedFrames + dropped,
      ...(isShown && { isReady: true, frame: pair.frame }),
    });
  }

  // A hidden page paints nothing: frames would be dropped by the hundred while only the sound played.
  const stopWatching = clock.onHidden(() => handle({ type: "pause" }));
  focus(0);

  return {
    dispatch: handle,
    requestTick,
    tick,
    close() {
      isClosed = true;
      cancelTick?.();
      stopWatching();
    },
  };
}
