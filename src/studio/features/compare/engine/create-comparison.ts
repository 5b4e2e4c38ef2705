/**
 * Plays two clips as one. A pair of frames is shown when both are there, or not at all: what is late is late on both sides,
 * is passed over for both, and is counted.
 */
import { clamp } from "#studio/domain/clamp.ts";
import type { PerSide, Side } from "../side.ts";
import type { ClipMedia } from "./clip-media.ts";
import type { Comparison, ComparisonState, Heard, Region, ShownFrames } from "./comparison.ts";
import { createFrameSource } from "./frame-source.ts";
import { createPairFrames, type OpenSource, releasePair } from "./pair-frames.ts";
import {
  followed,
  frameAtPlace,
  hasEnded,
  type PlayClock,
  placeAt,
  rewound,
} from "./play-clock.ts";
import { createSoundDesk } from "./sound-desk.ts";

export const SPEED_MIN = 0.1;
export const SPEED_MAX = 2;

/** When things are drawn, and what time it is. */
export interface ComparisonClock {
  /** Milliseconds. */
  now(): number;
  /** Calls once, before the next picture is painted. Gives what takes it back. */
  schedule(tick: () => void): () => void;
}

interface ComparisonOptions {
  clock?: ComparisonClock;
  openSource?: OpenSource;
  /** Bytes of decoded frames that may be kept of each clip. */
  budgetBytes?: number;
}

const BUDGET_BYTES = 256 * 1024 * 1024;
/** A picture that is later than this holds the clock until there is something to play again. */
const LATE_MS = 400;
/** So many frames have to be there before it goes on after that. */
const REFILL = 6;

const browserClock: ComparisonClock = {
  now: () => performance.now(),
  schedule(tick) {
    const id = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(id);
  },
};

/** Opens a comparison of two clips; both first frames come as soon as they can be had. Close it when done. */
export function createComparison(
  media: PerSide<ClipMedia>,
  options: ComparisonOptions = {},
): Comparison {
  const { clock = browserClock, budgetBytes = BUDGET_BYTES } = options;
  const openSource: OpenSource =
    options.openSource ?? ((clip, events) => createFrameSource(clip, budgetBytes, events));
  const listeners = new Set<() => void>();
  const shownListeners = new Set<(shown: ShownFrames) => void>();
  const sound = createSoundDesk(media, clock.now);
  const pairs = createPairFrames(media, openSource, { onFrame: requestTick, onFailure });
  let shown: ShownFrames | null = null;
  /** Where it goes while it does not play, and where it begins to play. */
  let goal = 0;
  /** Null while it does not play, and while it waits for the first frames to play. */
  let playing: PlayClock | null = null;
  /** The last place that was shown, laps counted. */
  let lastPlace = 0;
  let isScrubbing = false;
  let playsOnAfterScrub = false;
  let isClosed = false;
  let takeBack: (() => void) | null = null;
  let state: ComparisonState = {
    isReady: false,
    isPlaying: false,
    isBuffering: false,
    frame: 0,
    frameCount: pairs.timeline.frameCount,
    frameRate: pairs.timeline.frameRate,
    speed: 1,
    isLooping: false,
    region: null,
    offsetFrames: 0,
    heard: "left",
    droppedFrames: 0,
    failedSide: null,
  };

  function set(change: Partial<ComparisonState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function requestTick() {
    if (isClosed || takeBack) return;
    takeBack = clock.schedule(() => {
      takeBack = null;
      tick();
    });
  }

  function tick() {
    if (isClosed) return;
    if (!state.isPlaying) showGoal();
    else if (playing) showDue(inStepWithSound(playing));
    else beginWhenThere();
    if (state.isPlaying) requestTick();
  }

  /** The picture goes by the sound: that cannot be drawn out or passed over without being heard. */
  function inStepWithSound(now: PlayClock): PlayClock {
    const heardPlace = sound.follow();
    if (heardPlace === null) return now;
    playing = followed(now, clock.now(), heardPlace);
    return playing;
  }

  function beginSound() {
    const { frameRate, offsetFrames } = state;
    if (playing) sound.begin({ clock: playing, frameRate, offsetFrames });
  }

  function showGoal() {
    if (pairs.has(goal)) show(goal);
    else if (isScrubbing) showNearest();
  }

  /** While the pointer moves: whatever is nearer to it than what is on the screen. */
  function showNearest() {
    const reach = shown ? Math.abs(shown.frame - goal) : state.frameCount;
    for (let apart = 1; apart < reach; apart += 1) {
      const found = [goal - apart, goal + apart].find(
        (frame) => frame >= 0 && frame < state.frameCount && pairs.has(frame),
      );
      if (found !== undefined) return show(found);
    }
  }

  function beginWhenThere() {
    if (!pairs.has(goal)) return;
    const { start, end } = span();
    const wanted = state.isBuffering ? REFILL : 1;
    for (let ahead = 1; ahead < wanted && goal + ahead < end; ahead += 1) {
      if (!pairs.has(goal + ahead)) return;
    }
    playing = {
      place: goal,
      atMs: clock.now(),
      framesPerMs: (state.frameRate * state.speed) / 1000,
      span: { start, end },
      isLooping: state.isLooping,
    };
    lastPlace = goal;
    show(goal, { isBuffering: false });
    beginSound();
  }

  function showDue(now: PlayClock) {
    const nowMs = clock.now();
    const due = Math.floor(placeAt(now, nowMs));
    // The latest pair that is there; of a lap that is over nothing is made up for.
    let place = due;
    while (place > lastPlace && !pairs.has(frameAtPlace(now, place))) place -= 1;
    const ended = hasEnded(now, nowMs);
    if (place > lastPlace) {
      const dropped = place - lastPlace - 1;
      lastPlace = place;
      show(
        frameAtPlace(now, place),
        dropped > 0 ? { droppedFrames: state.droppedFrames + dropped } : {},
      );
    } else focus();
    if (ended && place >= now.span.end - 1) return rest(now.span.end - 1);
    if (due - lastPlace > LATE_MS * now.framesPerMs) waitAt(frameAtPlace(now, due));
  }

  /** Plays on from a frame once there is enough to play. */
  function waitAt(frame: number) {
    playing = null;
    sound.end();
    goal = frame;
    set({ isBuffering: true });
    focus();
  }

  function rest(frame: number) {
    playing = null;
    sound.end();
    goal = frame;
    set({ isPlaying: false, isBuffering: false });
    focus();
    requestTick();
  }

  function show(frame: number, change: Partial<ComparisonState> = {}) {
    const before = shown;
    const next = pairs.take(frame, before);
    if (!next) return;
    if (!before) sound.prepare();
    shown = next;
    if (frame !== state.frame || !state.isReady || Object.keys(change).length > 0) {
      set({ isReady: true, frame, ...change });
    }
    if (before?.left !== next.left || before.right !== next.right || before.frame !== frame) {
      for (const listener of shownListeners) listener(next);
    }
    releasePair(before, next);
    if (state.isPlaying) focus();
  }

  function focus() {
    const { start, end } = span();
    const frame = playing ? frameAtPlace(playing, placeAt(playing, clock.now())) : goal;
    pairs.focus({
      frame,
      isPlaying: state.isPlaying,
      loop: state.isLooping ? { start, end: end - 1 } : null,
    });
  }

  function span() {
    const { region, frameCount } = state;
    return { start: region?.startFrame ?? 0, end: (region?.endFrame ?? frameCount - 1) + 1 };
  }

  const within = (frame: number) => clamp(Math.round(frame), 0, state.frameCount - 1);

  /** Where it is or, while it is on its way, where it goes. */
  const here = () => (playing ? frameAtPlace(playing, placeAt(playing, clock.now())) : goal);

  function goTo(frame: number) {
    goal = within(frame);
    playing = null;
    sound.end();
    focus();
    tick();
  }

  function pause() {
    if (!state.isPlaying) return;
    rest(shown?.frame ?? here());
  }

  function play() {
    if (isClosed || state.isPlaying || state.failedSide) return;
    const { start, end } = span();
    const isOver = goal >= end - 1 || goal < start;
    if (isOver) goal = start;
    sound.unlock();
    set({ isPlaying: true });
    focus();
    requestTick();
  }

  /** Something of the way to play has changed: the clock goes on from where it is. */
  function retime() {
    if (!playing) return focus();
    const nowMs = clock.now();
    const framesPerMs = (state.frameRate * state.speed) / 1000;
    playing = rewound(playing, nowMs, { framesPerMs, span: span(), isLooping: state.isLooping });
    lastPlace = Math.floor(playing.place);
    beginSound();
    focus();
  }

  function onFailure(failedSide: Side) {
    if (isClosed) return;
    pause();
    set({ failedSide });
  }

  const subscribeTo = <Listener>(all: Set<Listener>, listener: Listener) => {
    all.add(listener);
    return () => {
      all.delete(listener);
    };
  };

  focus();

  return {
    media,
    subscribe: (onChange) => subscribeTo(listeners, onChange),
    getState: () => state,
    onShown(listener) {
      if (shown) listener(shown);
      return subscribeTo(shownListeners, listener);
    },
    getShown: () => shown,
    play,
    pause,
    toggle: () => (state.isPlaying ? pause() : play()),
    step(frames) {
      pause();
      goTo(goal + frames);
    },
    goToFrame: goTo,
    scrubTo(frame) {
      if (!isScrubbing) {
        playsOnAfterScrub = state.isPlaying;
        pause();
      }
      isScrubbing = true;
      goal = within(frame);
      focus();
      requestTick();
    },
    endScrub() {
      if (!isScrubbing) return;
      isScrubbing = false;
      requestTick();
      if (playsOnAfterScrub) play();
    },
    setSpeed(speed) {
      set({ speed: clamp(speed, SPEED_MIN, SPEED_MAX) });
      retime();
    },
    setLooping(isLooping) {
      set({ isLooping });
      retime();
    },
    setRegion(region: Region | null) {
      set({ region: region && orderly(region) });
      retime();
    },
    setOffset(frames) {
      const most = Math.max(media.left.frameCount, media.right.frameCount) - 1;
      const offsetFrames = clamp(Math.round(frames), -most, most);
      pairs.setOffset(offsetFrames);
      set({ offsetFrames, frameCount: pairs.timeline.frameCount });
      if (state.region) set({ region: orderly(state.region) });
      goal = within(here());
      retime();
      requestTick();
    },
    setHeard(heard: Heard) {
      sound.setHeard(heard);
      set({ heard });
    },
    readLevels: sound.readLevels,
    close() {
      if (isClosed) return;
      isClosed = true;
      takeBack?.();
      pairs.close();
      sound.close();
      releasePair(shown, null);
      shown = null;
      listeners.clear();
      shownListeners.clear();
    },
  };

  function orderly({ startFrame, endFrame }: Region): Region {
    const [a, b] = [within(startFrame), within(endFrame)];
    return { startFrame: Math.min(a, b), endFrame: Math.max(a, b) };
  }
}
