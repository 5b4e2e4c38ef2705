/** A comparison without clips. It keeps state like the real one but decodes nothing. */

import type { Comparison, ComparisonState, ShownFrame, ShownFrames } from "../engine/comparison.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import type { PerSide, Side } from "../sides.ts";
import type { Levels } from "../sound/heard.ts";

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
  const listeners = new Set<() => void>();
  const shownListeners = new Set<(shown: ShownFrames) => void>();
  let levels: PerSide<Levels | null> = { left: [0, 0], right: [0, 0] };
  let isClosed = false;
  let wasPlaying = false;
  let state: ComparisonState = {
    isReady: true,
    isPlaying: false,
    isBuffering: false,
    frame: 0,
    frameCount: Math.max(media.left.frameCount, media.right.frameCount),
    frameRate: Math.max(media.left.frameRate, media.right.frameRate),
    speed: 1,
    isLooping: false,
    region: null,
    offsetFrames: 0,
    heard: "left",
    droppedFrames: 0,
    damage: { left: [], right: [] },
    failedSide: null,
    ...options.state,
  };
  let shown = paintPair();

  function paintSide(side: Side): ShownFrame | null {
    const { width, height, frameCount } = media[side];
    const context = options.draw && new OffscreenCanvas(width, height).getContext("2d");
    if (!context) return null;
    const index = Math.min(state.frame, frameCount - 1);
    options.draw?.(context, side, index);
    return { index, image: new VideoFrame(context.canvas, { timestamp: 0 }) };
  }

  function paintPair(): ShownFrames | null {
    const [left, right] = [paintSide("left"), paintSide("right")];
    return left && right ? { frame: state.frame, left, right } : null;
  }

  function letGo() {
    shown?.left.image.close();
    shown?.right.image.close();
    shown = null;
  }

  function set(change: Partial<ComparisonState>) {
    const before = state.frame;
    state = { ...state, ...change };
    if (state.frame !== before) {
      letGo();
      shown = paintPair();
      if (shown) for (const listener of shownListeners) listener(shown);
    }
    for (const listener of listeners) listener();
  }

  const within = (frame: number) => Math.min(Math.max(frame, 0), state.frameCount - 1);
  return {
    media,
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    onShown(listener) {
      shownListeners.add(listener);
      if (shown) listener(shown);
      return () => shownListeners.delete(listener);
    },
    getShown: () => shown,
    play: () => set({ isPlaying: true }),
    pause: () => set({ isPlaying: false }),
    toggle: () => set({ isPlaying: !state.isPlaying }),
    step: (frames) => set({ isPlaying: false, frame: within(state.frame + frames) }),
    goToFrame: (frame) => set({ frame: within(frame) }),
    scrubTo(frame) {
      wasPlaying ||= state.isPlaying;
      set({ isPlaying: false, frame: within(frame) });
    },
    endScrub() {
      set({ isPlaying: wasPlaying });
      wasPlaying = false;
    },
    setSpeed: (speed) => set({ speed }),
    setLooping: (isLooping) => set({ isLooping }),
    setRegion: (region) => set({ region }),
    setOffset: (offsetFrames) => set({ offsetFrames }),
    setHeard: (heard) => set({ heard }),
    readLevels: () => ({
      left: media.left.sound && levels.left,
      right: media.right.sound && levels.right,
    }),
    close() {
      isClosed = true;
      letGo();
    },
    set,
    setLevels(next) {
      levels = next;
    },
    isClosed: () => isClosed,
  };
}
