/**
 * Plays all takes of a sheet in step with one clock. Frames arrive during playback; a frame is shown only once all
 * takes have it. `sheet-playback.ts` decides what happens, and this module makes it happen. Independent of React.
 */
import { createStore, type ReadableStore } from "#store/create-store.ts";
import { merged } from "#store/merged.ts";
import { browserClock, type ComparisonClock } from "../clock/comparison-clock.ts";
import type { ComparisonState, Playing } from "../engine/comparison.ts";
import { INITIAL_SHEET, nextSheet, type SheetEvent, type SheetPlayback } from "./sheet-playback.ts";
import type { TrackTiming } from "./thumbnail-track.ts";
import { createThumbnailTracks } from "./thumbnail-tracks.ts";

export interface SheetPlayer extends Playing {
  /** Adds a take whose frames will follow. */
  open(id: string, facts: TrackTiming): void;
  addFrame(id: string, index: number, image: ImageBitmap): void;
  /** Marks a take as complete. Frames the decoder left out are filled with the one before. */
  finish(id: string): void;
  /** Removes a take that has no frames (any more); the others continue without it. */
  drop(id: string): void;
  /** Calls `listener` whenever another frame is shown. Returns a disposer. */
  onShown(listener: () => void): () => void;
  /** A take's picture of the current frame; null until all takes have one. */
  pictureOf(id: string): ImageBitmap | null;
  /** The number of that picture in the take's own frames. */
  frameOf(id: string): number | null;
  close(): void;
}

/** The parts of the state that concern two sides, or sound, which a sheet does not have. */
const WITHOUT_SIDES = {
  offsetFrames: 0,
  audible: "none",
  damage: { left: [], right: [] },
  failedSide: null,
} as const;

/** Creates a player without takes. It loops by default. */
export function createSheetPlayer(time: ComparisonClock = browserClock): SheetPlayer {
  const tracks = createThumbnailTracks();
  let sheet = INITIAL_SHEET;
  const state = createStore<ComparisonState>({ ...WITHOUT_SIDES, ...stateOf(sheet) });
  const shown = createStore(sheet.shown);
  let cancelTick: (() => void) | null = null;
  let isClosed = false;

  function dispatch(event: SheetEvent) {
    if (isClosed) return;
    sheet = nextSheet(sheet, event, { nowMs: time.now(), hasFrame: tracks.hasFrame });
    if (sheet.run.phase === "playing") requestTick();
    else stopTicking();
    state.set(merged(state.getState(), stateOf(sheet)));
    shown.set(sheet.shown);
  }

  function requestTick() {
    cancelTick ??= time.schedule(() => {
      cancelTick = null;
      dispatch({ type: "tick" });
    });
  }

  function stopTicking() {
    cancelTick?.();
    cancelTick = null;
  }

  function updateTakes() {
    dispatch({ type: "takes", frameCount: tracks.frameCount, frameRate: tracks.frameRate });
  }

  function drop(id: string) {
    tracks.drop(id);
    updateTakes();
  }

  function shownOf(id: string) {
    return sheet.shown && tracks.at(id, sheet.shown.frame);
  }

  function pause() {
    dispatch({ type: "pause" });
  }

  const stopWatching = time.onHidden(pause);

  return {
    subscribe: state.subscribe,
    getState: state.getState,
    getInitialState: state.getInitialState,
    onShown: (listener) => shown.subscribe((frame) => frame && listener()),
    pictureOf: (id) => shownOf(id)?.picture ?? null,
    frameOf: (id) => shownOf(id)?.index ?? null,
    open(id, facts) {
      tracks.open(id, facts);
      updateTakes();
    },
    addFrame(id, index, image) {
      tracks.addFrame(id, index, image);
      dispatch({ type: "pictures" });
    },
    finish(id) {
      if (tracks.finish(id)) dispatch({ type: "pictures" });
      else drop(id);
    },
    drop,
    ...controlsOf(dispatch, () => sheet.run.phase === "playing"),
    close() {
      pause();
      isClosed = true;
      stopWatching();
      tracks.close();
    },
  };
}

function controlsOf(
  dispatch: (event: SheetEvent) => void,
  isPlaying: () => boolean,
): Omit<Playing, keyof ReadableStore<ComparisonState>> {
  return {
    play: () => dispatch({ type: "play" }),
    pause: () => dispatch({ type: "pause" }),
    toggle: () => dispatch({ type: isPlaying() ? "pause" : "play" }),
    step: (frames) => dispatch({ type: "step", frames }),
    goToFrame: (frame) => dispatch({ type: "seek", frame }),
    scrubTo: (frame) => dispatch({ type: "scrub", frame }),
    endScrub: () => dispatch({ type: "end-scrub" }),
    setSpeed: (speed) => dispatch({ type: "settings", change: { speed } }),
    setLooping: (isLooping) => dispatch({ type: "settings", change: { isLooping } }),
    setRegion: (region) => dispatch({ type: "settings", change: { region } }),
  };
}

function stateOf({
  run,
  shown: _,
  ...sheet
}: SheetPlayback): Omit<ComparisonState, keyof typeof WITHOUT_SIDES> {
  return { ...sheet, isPlaying: run.phase === "playing" };
}
