/**
 * Plays two clips in step. A pair is shown only when both frames are decoded. A frame that is late on one side is
 * skipped on both, and counted as dropped.
 */
import { clamp } from "#studio/domain/clamp.ts";
import type { PerSide } from "../side.ts";
import type { ClipMedia } from "./clip-media.ts";
import type { Comparison, ComparisonState, ShownFrames } from "./comparison.ts";
import { browserClock, type ComparisonClock } from "./comparison-clock.ts";
import { addDamage } from "./damage.ts";
import { decodingSources } from "./decoding-sources.ts";
import { createPairFrames, type Detail, type OpenSource } from "./pair-frames.ts";
import {
  followed,
  frameAtPlace,
  hasEnded,
  type PlayClock,
  placeAt,
  rewound,
} from "./play-clock.ts";
import { createSoundDesk } from "./sound-desk.ts";
import { createStateStore, paceOf, spanOf, subscribeTo } from "./state-store.ts";

interface ComparisonOptions {
  clock?: ComparisonClock;
  openSource?: OpenSource;
}

const SPEED_MIN = 0.1;
const SPEED_MAX = 2;
/** When the picture lags by more than this, the clock stops until there are frames to play. */
const LATE_MS = 400;
/** The number of frames that must be decoded before playback resumes after buffering. */
const REFILL = 6;
/** A pointer that has not moved for this long is treated as settled, and the exact frame is decoded. */
const SETTLED_MS = 80;

/** Opens a comparison of two clips and starts decoding their first frames. Close it when done. */
export function createComparison(
  media: PerSide<ClipMedia>,
  options: ComparisonOptions = {},
): Comparison {
  const { clock = browserClock, openSource = decodingSources(media) } = options;
  const shownListeners = new Set<(shown: ShownFrames) => void>();
  const sound = createSoundDesk(media, clock.now);
  const pairs = createPairFrames(media, openSource, {
    onFrame: requestTick,
    onDamage(side, frames) {
      const { damage } = store.state;
      store.set({ damage: { ...damage, [side]: addDamage(damage[side], frames) } });
    },
    onFailure(failedSide) {
      pause();
      store.set({ failedSide });
    },
    onShown(shown) {
      for (const listener of shownListeners) listener(shown);
    },
  });
  const store = createStateStore(pairs.timeline);
  /** The target frame while not playing, and the frame where playback starts. */
  let goal = 0;
  /** Null while paused and while buffering. */
  let playing: PlayClock | null = null;
  /** The last place shown, counting loop laps. */
  let lastPlace = 0;
  let scrub: { playsOn: boolean; movedAt: number; isSettled: boolean } | null = null;
  let isClosed = false;
  let takeBack: (() => void) | null = null;

  function requestTick() {
    if (isClosed || takeBack) return;
    takeBack = clock.schedule(() => {
      takeBack = null;
      tick();
    });
  }

  function tick() {
    if (isClosed) return;
    if (scrub) showNear(scrub);
    else if (!store.state.isPlaying) show(goal, "full");
    else if (playing) showDue(inStepWithSound(playing));
    else beginWhenThere();
    if (store.state.isPlaying || scrub?.isSettled === false) requestTick();
  }

  function show(frame: number, detail: Detail, change: Partial<ComparisonState> = {}) {
    const isFirst = pairs.shown === null;
    if (!pairs.show(frame, detail)) return;
    if (isFirst) sound.prepare();
    store.set({ isReady: true, frame, ...change });
    if (store.state.isPlaying) focus();
  }

  /** Shows the nearest available frame while the pointer moves, and the exact one once it settles. */
  function showNear(moving: NonNullable<typeof scrub>) {
    if (!moving.isSettled && clock.now() - moving.movedAt >= SETTLED_MS) {
      moving.isSettled = true;
      focus();
    }
    if (pairs.has(goal, "full")) return show(goal, "full");
    const reach = pairs.shown ? Math.abs(pairs.shown.frame - goal) : store.state.frameCount;
    const near = pairs.nearest(goal, reach);
    if (near) show(near.frame, near.detail);
  }

  function beginWhenThere() {
    const { end } = spanOf(store.state);
    const wanted = store.state.isBuffering ? REFILL : 1;
    for (let frame = goal; frame < Math.min(goal + wanted, end); frame += 1) {
      if (!pairs.has(frame, "full")) return;
    }
    playing = { place: goal, atMs: clock.now(), ...paceOf(store.state) };
    lastPlace = goal;
    show(goal, "full", { isBuffering: false });
    beginSound(playing);
  }

  function showDue(now: PlayClock) {
    const nowMs = clock.now();
    const due = Math.floor(placeAt(now, nowMs));
    const lastDue = hasEnded(now, nowMs) ? now.span.end - 1 : due;
    // Show the latest decoded pair and skip the ones before it.
    let place = lastDue;
    while (place > lastPlace && !pairs.has(frameAtPlace(now, place), "full")) place -= 1;
    if (place > lastPlace) {
      const droppedFrames = store.state.droppedFrames + place - lastPlace - 1;
      lastPlace = place;
      show(frameAtPlace(now, place), "full", { droppedFrames });
    } else focus();
    if (hasEnded(now, nowMs) && place >= lastDue) rest(lastDue);
    else if (lastDue - lastPlace > LATE_MS * now.framesPerMs) waitAt(now, lastDue);
  }

  /** Follows the audio clock, because stretching or skipping sound would be audible. */
  function inStepWithSound(now: PlayClock): PlayClock {
    const heardPlace = sound.follow();
    if (heardPlace !== null) playing = followed(now, clock.now(), heardPlace);
    return playing ?? now;
  }

  function beginSound(run: PlayClock) {
    const { frameRate, offsetFrames } = store.state;
    sound.begin({ clock: run, frameRate, offsetFrames });
  }

  /** Starts buffering at a place. The frames before it are counted as dropped. */
  function waitAt(now: PlayClock, place: number) {
    stopAt(frameAtPlace(now, place));
    const droppedFrames = store.state.droppedFrames + place - lastPlace - 1;
    store.set({ isBuffering: true, droppedFrames });
    focus();
  }

  function rest(frame: number) {
    stopAt(frame);
    store.set({ isPlaying: false, isBuffering: false });
    focus();
    requestTick();
  }

  function stopAt(frame: number) {
    playing = null;
    sound.end();
    goal = within(frame);
  }

  function focus() {
    const { start, end } = spanOf(store.state);
    const { isPlaying, isLooping } = store.state;
    pairs.focus({
      frame: here(),
      isPlaying,
      loop: isLooping ? { start, end: end - 1 } : null,
    });
  }

  function within(frame: number): number {
    return clamp(Math.round(frame), 0, store.state.frameCount - 1);
  }

  /** The frame that is due while playing, otherwise the target frame. */
  function here(): number {
    return playing ? frameAtPlace(playing, placeAt(playing, clock.now())) : goal;
  }

  function goToFrame(frame: number) {
    scrub = null;
    stopAt(frame);
    focus();
    tick();
  }

  function pause() {
    if (store.state.isPlaying) rest(pairs.shown?.frame ?? goal);
  }

  function play() {
    const { isPlaying, failedSide } = store.state;
    if (isClosed || isPlaying || failedSide) return;
    const { start, end } = spanOf(store.state);
    scrub = null;
    if (goal >= end - 1 || goal < start) goal = start;
    sound.unlock();
    store.set({ isPlaying: true });
    focus();
    requestTick();
  }

  /** Restarts the clock from the current place after speed, loop, region or offset changed. */
  function retime() {
    if (playing) {
      playing = rewound(playing, clock.now(), paceOf(store.state));
      lastPlace = Math.floor(playing.place);
      beginSound(playing);
    }
    focus();
    requestTick();
  }

  // A hidden page paints nothing: frames would be dropped by the hundred while only the sound played.
  const stopWatching = clock.onHidden(pause);
  focus();

  return {
    media,
    subscribe: store.subscribe,
    getState: () => store.state,
    onShown(listener) {
      if (pairs.shown) listener(pairs.shown);
      return subscribeTo(shownListeners, listener);
    },
    getShown: () => pairs.shown,
    play,
    pause,
    toggle: () => (store.state.isPlaying ? pause() : play()),
    step(frames) {
      pause();
      goToFrame(goal + frames);
    },
    goToFrame,
    scrubTo(frame) {
      const playsOn = scrub?.playsOn ?? store.state.isPlaying;
      pause();
      goal = within(frame);
      scrub = { playsOn, movedAt: clock.now(), isSettled: false };
      // Showing a sketch needs no decoding, so leave the time to painting.
      if (!pairs.has(goal, "sketch")) focus();
      requestTick();
    },
    endScrub() {
      if (!scrub) return;
      const { playsOn } = scrub;
      scrub = null;
      focus();
      requestTick();
      if (playsOn) play();
    },
    setSpeed(speed) {
      store.set({ speed: clamp(speed, SPEED_MIN, SPEED_MAX) });
      retime();
    },
    setLooping(isLooping) {
      store.set({ isLooping });
      retime();
    },
    setRegion(region) {
      store.setRegion(region);
      retime();
    },
    setOffset(frames) {
      const most = Math.max(media.left.frameCount, media.right.frameCount) - 1;
      const offsetFrames = clamp(Math.round(frames), -most, most);
      pairs.setOffset(offsetFrames);
      store.set({ offsetFrames, frameCount: pairs.timeline.frameCount });
      store.setRegion(store.state.region);
      goal = within(goal);
      retime();
    },
    setHeard(heard) {
      sound.setHeard(heard);
      store.set({ heard });
    },
    readLevels: sound.readLevels,
    close() {
      isClosed = true;
      takeBack?.();
      stopWatching();
      pairs.close();
      sound.close();
      store.close();
      shownListeners.clear();
    },
  };
}
