/** Holds a comparison's state for those who follow it. */
import { clamp } from "#studio/domain/clamp.ts";
import type { ComparisonState, Region } from "./comparison.ts";
import type { PlayClock, Span } from "./play-clock.ts";
import type { Timeline } from "./timeline.ts";

export interface StateStore {
  readonly state: ComparisonState;
  /** Tells only of what is really different. */
  set(change: Partial<ComparisonState>): void;
  /** Sets a region with its ends in order, and inside the timeline. */
  setRegion(region: Region | null): void;
  subscribe(onChange: () => void): () => void;
  close(): void;
}

/** A comparison at rest on its first frame, with nothing to show yet. */
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

/** What is played: the region, or the whole. */
export function spanOf({ region, frameCount }: ComparisonState): Span {
  return { start: region?.startFrame ?? 0, end: (region?.endFrame ?? frameCount - 1) + 1 };
}

/** How it is played. */
export function paceOf(
  state: ComparisonState,
): Pick<PlayClock, "framesPerMs" | "span" | "isLooping"> {
  const { frameRate, speed, isLooping } = state;
  return { framesPerMs: (frameRate * speed) / 1000, span: spanOf(state), isLooping };
}

/** Adds a listener, and gives what takes it away again. */
export function subscribeTo<Listener>(all: Set<Listener>, listener: Listener): () => void {
  all.add(listener);
  return () => {
    all.delete(listener);
  };
}
