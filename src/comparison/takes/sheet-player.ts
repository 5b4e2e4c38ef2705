/**
 * Plays all takes of a sheet in step with one clock. Frames arrive during playback; a moment is shown only once all
 * takes have it. Independent of React.
 */

import { browserClock, type ComparisonClock } from "../clock/comparison-clock.ts";
import { frameAtPlace, hasEnded, type PlayClock, placeAt, rewound } from "../clock/play-clock.ts";
import type { ComparisonState, Playing } from "../engine/comparison.ts";
import type { ReelFacts } from "./reel.ts";
import { createReels } from "./reels.ts";

export interface SheetPlayer extends Playing {
  /** Adds a take whose frames will follow. */
  open(id: string, facts: ReelFacts): void;
  addFrame(id: string, index: number, image: ImageBitmap): void;
  /** Marks a take as complete. Frames the decoder left out are filled with the one before. */
  finish(id: string): void;
  /** Removes a take that has no frames (any more); the others continue without it. */
  drop(id: string): void;
  /** Calls `listener` whenever another moment is shown. Returns a disposer. */
  onShown(listener: () => void): () => void;
  /** A take's picture of the current moment; null until all takes have one. */
  pictureOf(id: string): ImageBitmap | null;
  /** The number of that picture in the take's own frames. */
  frameOf(id: string): number | null;
  close(): void;
}

/** Creates a player without takes. It loops by default. */
export function createSheetPlayer(time: ComparisonClock = browserClock): SheetPlayer {
  const reels = createReels();
  const listeners = new Set<() => void>();
  const shownListeners = new Set<() => void>();
  let clock: PlayClock | null = null;
  let takeBack: (() => void) | null = null;
  let shown: number | null = null;
  let isResumed = false;
  let state: ComparisonState = {
    isReady: false,
    isPlaying: false,
    isBuffering: false,
    frame: 0,
    frameCount: 1,
    frameRate: 24,
    speed: 1,
    isLooping: true,
    region: null,
    offsetFrames: 0,
    heard: "none",
    droppedFrames: 0,
    damage: { left: [], right: [] },
    failedSide: null,
  };

  function set(change: Partial<ComparisonState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  /** Shows the current frame if all takes have it, and buffers otherwise. */
  function show() {
    if (!reels.isThere(state.frame)) {
      if (!state.isBuffering) set({ isBuffering: true });
      return;
    }
    if (state.isBuffering || !state.isReady) set({ isBuffering: false, isReady: true });
    if (shown === state.frame) return;
    shown = state.frame;
    for (const listener of shownListeners) listener();
  }

  /** Recomputes the timeline after the set of takes changed. */
  function measure() {
    const { frameRate, frameCount } = reels;
    shown = null;
    set({ frameRate, frameCount, frame: Math.min(state.frame, frameCount - 1) });
    restart();
    show();
  }

  function span() {
    const { region, frameCount } = state;
    return region
      ? { start: region.startFrame, end: region.endFrame + 1 }
      : { start: 0, end: frameCount };
  }

  /** Restarts the clock at the current frame. */
  function restart() {
    if (!state.isPlaying) return;
    const framesPerMs = (state.frameRate * state.speed) / 1000;
    const { isLooping, frame } = state;
    clock = { place: frame, atMs: time.now(), framesPerMs, span: span(), isLooping };
  }

  function tick() {
    takeBack = null;
    if (!clock || !state.isPlaying) return;
    const now = time.now();
    if (reels.isThere(state.frame)) advance(clock, now);
    else clock = { ...clock, place: state.frame, atMs: now };
    show();
    if (state.isPlaying) takeBack = time.schedule(tick);
  }

  function advance(running: PlayClock, now: number) {
    const frame = frameAtPlace(running, placeAt(running, now));
    clock = rewound(running, now);
    const skipped = Math.max(0, frame - state.frame - 1);
    const isOver = hasEnded(running, now);
    if (isOver) clock = null;
    if (frame === state.frame && !isOver) return;
    set({ frame, droppedFrames: state.droppedFrames + skipped, isPlaying: !isOver });
  }

  function goTo(frame: number) {
    set({ frame: Math.max(0, Math.min(state.frameCount - 1, frame)) });
    restart();
    show();
  }

  function stop() {
    clock = null;
    takeBack?.();
    takeBack = null;
    if (state.isPlaying) set({ isPlaying: false });
  }

  const stopWatching = time.onHidden(stop);

  const player: SheetPlayer = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
    onShown(listener) {
      shownListeners.add(listener);
      return () => shownListeners.delete(listener);
    },
    open(id, facts) {
      reels.open(id, facts);
      measure();
    },
    addFrame(id, index, image) {
      reels.addFrame(id, index, image);
      if (shown === null || state.isBuffering) show();
    },
    finish(id) {
      if (reels.finish(id)) show();
      else player.drop(id);
    },
    drop(id) {
      reels.drop(id);
      measure();
    },
    pictureOf: (id) => (shown === null ? null : (reels.at(id, shown)?.picture ?? null)),
    frameOf: (id) => (shown === null ? null : (reels.at(id, shown)?.index ?? null)),
    play() {
      if (state.isPlaying || !state.isReady) return;
      const { start, end } = span();
      const isOutside = state.frame < start || state.frame >= end - 1;
      set({ isPlaying: true, ...(isOutside ? { frame: start } : {}) });
      restart();
      show();
      takeBack = time.schedule(tick);
    },
    pause: stop,
    toggle: () => (state.isPlaying ? stop() : player.play()),
    step(frames) {
      stop();
      goTo(state.frame + frames);
    },
    goToFrame: goTo,
    scrubTo(frame) {
      isResumed ||= state.isPlaying;
      stop();
      goTo(frame);
    },
    endScrub() {
      if (isResumed) player.play();
      isResumed = false;
    },
    setSpeed(speed) {
      set({ speed });
      restart();
    },
    setLooping(isLooping) {
      set({ isLooping });
      restart();
    },
    setRegion(region) {
      set({ region });
      restart();
    },
    close() {
      stop();
      stopWatching();
      reels.close();
      listeners.clear();
      shownListeners.clear();
    },
  };
  return player;
}
