/** A comparison without clips. It keeps state like the real one but decodes nothing. */

import { createStore } from "#store/create-store.ts";
import type { Comparison, ComparisonState, ShownFrame, ShownFrames } from "../engine/comparison.ts";
import { initialState } from "../engine/state-store.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import { mapSides, type PerSide, SIDES, type Side } from "../sides.ts";
import type { Levels } from "../sound/audible-side.ts";

interface FakeOptions {
  state?: Partial<ComparisonState>;
  media?: Partial<PerSide<Partial<ClipMedia>>>;
  /** Paints a side's frame at the clip's own size. Without it no pair is ever shown. */
  draw?: (context: OffscreenCanvasRenderingContext2D, side: Side, frame: number) => void;
}

/** What only tests can do. */
export interface FakeComparison extends Comparison {
  /** Changes the state as if the engine had. */
  set(change: Partial<ComparisonState>): void;
  setLevels(levels: PerSide<Levels | null>): void;
  readonly isClosed: () => boolean;
}

/** Facts of a clip; by default 120 frames, 5 seconds, with sound. */
export function aClipMedia(change: Partial<ClipMedia> = {}): ClipMedia {
  const { frameCount = 120, frameRate = 24 } = change;
  return {
    blob: new Blob(["a clip"], { type: "video/mp4" }),
    width: 320,
    height: 180,
    codec: "avc1.64001f",
    frameRate,
    frameCount,
    frameTimes: Array.from({ length: frameCount }, (_, index) => index / frameRate),
    durationS: frameCount / frameRate,
    bitRate: 2_000_000,
    sound: {
      codec: "mp4a.40.2",
      channels: 2,
      sampleRate: 48_000,
      bitRate: 128_000,
      isPlayable: true,
    },
    ...change,
  };
}

/** Creates one that is ready and paused on its first frame. */
export function createFakeComparison(options: FakeOptions = {}): FakeComparison {
  const media = { left: aClipMedia(options.media?.left), right: aClipMedia(options.media?.right) };
  const store = createStore<ComparisonState>({
    ...initialState({
      frameCount: Math.max(media.left.frameCount, media.right.frameCount),
      frameRate: Math.max(media.left.frameRate, media.right.frameRate),
    }),
    isReady: true,
    ...options.state,
  });
  const shown = createStore(paintPair(media, options.draw, store.getState().frame));
  let levels: PerSide<Levels | null> = { left: [0, 0], right: [0, 0] };
  let isClosed = false;
  let wasPlaying = false;

  function replaceShown(next: ShownFrames | null) {
    const before = shown.getState();
    shown.set(next);
    for (const side of SIDES) before?.[side].image.close();
  }

  function set(change: Partial<ComparisonState>) {
    const before = store.getState();
    const state = { ...before, ...change };
    if (state.frame !== before.frame) replaceShown(paintPair(media, options.draw, state.frame));
    store.set(state);
  }

  const clampFrame = (frame: number) =>
    Math.min(Math.max(frame, 0), store.getState().frameCount - 1);
  return {
    media,
    subscribe: store.subscribe,
    getState: store.getState,
    getInitialState: store.getInitialState,
    onShown(listener) {
      const current = shown.getState();
      if (current) listener(current);
      return shown.subscribe((next) => next && listener(next));
    },
    getShown: shown.getState,
    play: () => set({ isPlaying: true }),
    pause: () => set({ isPlaying: false }),
    toggle: () => set({ isPlaying: !store.getState().isPlaying }),
    step: (frames) => set({ isPlaying: false, frame: clampFrame(store.getState().frame + frames) }),
    goToFrame: (frame) => set({ frame: clampFrame(frame) }),
    scrubTo(frame) {
      wasPlaying ||= store.getState().isPlaying;
      set({ isPlaying: false, frame: clampFrame(frame) });
    },
    endScrub() {
      set({ isPlaying: wasPlaying });
      wasPlaying = false;
    },
    setSpeed: (speed) => set({ speed }),
    setLooping: (isLooping) => set({ isLooping }),
    setRegion: (region) => set({ region }),
    setOffset: (offsetFrames) => set({ offsetFrames }),
    setAudible: (audible) => set({ audible }),
    readLevels: () => ({
      left: media.left.sound && levels.left,
      right: media.right.sound && levels.right,
    }),
    close() {
      isClosed = true;
      replaceShown(null);
    },
    set,
    setLevels(next) {
      levels = next;
    },
    isClosed: () => isClosed,
  };
}

/** Paints both sides. Null without a painter. */
function paintPair(
  media: PerSide<ClipMedia>,
  draw: FakeOptions["draw"],
  frame: number,
): ShownFrames | null {
  if (!draw) return null;
  const paint = ({ width, height, frameCount }: ClipMedia, side: Side): ShownFrame => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("The browser has no 2D canvas.");
    const index = Math.min(frame, frameCount - 1);
    draw(context, side, index);
    return { index, image: new VideoFrame(canvas, { timestamp: 0 }) };
  };
  return { frame, ...mapSides(media, paint) };
}
