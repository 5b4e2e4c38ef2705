/** Holds a comparison's state and notifies its subscribers. */
import { clamp } from "../clamp.ts";
import type { PlayClock, Span } from "../clock/play-clock.ts";
import type { Timeline } from "../clock/timeline.ts";
import type { ComparisonState, Region } from "./comparison.ts";

export interface StateStore {
  readonly state: ComparisonState;
  /** Notifies only when a value changed. */
  set(change: Partial<ComparisonState>): void;
  /** Sets a region, with its ends sorted and clamped to the timeline. */
  setRegion(region: Region | null): void;
  subscribe(onChange: () => void): () => void;
  close(): void;
}

/** Starts paused on the first frame, with nothing shown yet. */
export function createStateStore({ frameCount, frameRate }: Timeline): StateStore {
  const listeners = new Set<() => void>();
  let state: ComparisonState = {
    isReady: false,
    isPlaying: false,
    isBuffering: false,
    frame: 0,
    frameCount,
    frameRate,
    speed: 1,
    isLooping: false,
    region: null,
    offsetFrames: 0,
    heard: "left",
    droppedFrames: 0,
    damage: { left: [], right: [] },
    failedSide: null,
  };

  function set(change: Partial<ComparisonState>) {
    const next = { ...state, ...change };
    const keys = Object.keys(change) as (keyof ComparisonState)[];
    if (keys.every((key) => Object.is(state[key], next[key]))) return;
    state = next;
    for (const listener of listeners) listener();
  }

  return {
    get state() {
      return state;
    },
    set,
    setRegion(region) {
      if (!region) return set({ region });
      const ends = [region.startFrame, region.endFrame]
        .map((frame) => clamp(Math.round(frame), 0, state.frameCount - 1))
        .sort((a, b) => a - b);
      set({ region: { startFrame: ends[0] ?? 0, endFrame: ends[1] ?? 0 } });
    },
    subscribe: (onChange) => subscribeTo(listeners, onChange),
    close: () => listeners.clear(),
  };
}

/** The span to play: the region, or the whole timeline. */
export function spanOf({ region, frameCount }: ComparisonState): Span {
  return { start: region?.startFrame ?? 0, end: (region?.endFrame ?? frameCount - 1) + 1 };
}

/** Speed, span and looping for the play clock. */
export function paceOf(
  state: ComparisonState,
): Pick<PlayClock, "framesPerMs" | "span" | "isLooping"> {
  const { frameRate, speed, isLooping } = state;
  return { framesPerMs: (frameRate * speed) / 1000, span: spanOf(state), isLooping };
}

/** Adds a listener. Returns a disposer. */
export function subscribeTo<Listener>(all: Set<Listener>, listener: Listener): () => void {
  all.add(listener);
  return () => {
    all.delete(listener);
  };
}
