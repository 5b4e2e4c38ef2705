/** Holds a comparison's state. */
import { createStore, type ReadableStore } from "#store/create-store.ts";
import { merged } from "#store/merged.ts";
import { clamp } from "../clamp.ts";
import type { Timeline } from "../clock/timeline.ts";
import type { ComparisonState, Region } from "./comparison.ts";

export interface StateStore extends ReadableStore<ComparisonState> {
  /** Notifies only when a value changed. */
  set(change: Partial<ComparisonState>): void;
  /** Sets a region, with its ends sorted and clamped to the timeline. */
  setRegion(region: Region | null): void;
}

/** The state of a comparison that is paused on its first frame, with nothing shown yet. */
export function initialState({
  frameCount,
  frameRate,
}: Pick<Timeline, "frameCount" | "frameRate">): ComparisonState {
  return {
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
    audible: "left",
    droppedFrames: 0,
    damage: { left: [], right: [] },
    failedSide: null,
  };
}

/** Creates the store of a comparison in its initial state. */
export function createStateStore(timeline: Timeline): StateStore {
  const store = createStore(initialState(timeline));

  function set(change: Partial<ComparisonState>) {
    store.set(merged(store.getState(), change));
  }

  return {
    ...store,
    set,
    setRegion: (region) => set({ region: region && sortedWithin(region, store.getState()) }),
  };
}

function sortedWithin(
  { startFrame, endFrame }: Region,
  { frameCount }: Pick<ComparisonState, "frameCount">,
): Region {
  const within = (frame: number) => clamp(Math.round(frame), 0, frameCount - 1);
  return {
    startFrame: within(Math.min(startFrame, endFrame)),
    endFrame: within(Math.max(startFrame, endFrame)),
  };
}
