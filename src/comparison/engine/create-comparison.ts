/**
 * Plays two clips in step. A pair is shown only when both frames are decoded. A frame that is late on one side is
 * skipped on both, and counted as dropped.
 */

import { createSoundController } from "#comparison/sound/sound-controller.ts";
import { clamp } from "../clamp.ts";
import { browserClock, type ComparisonClock } from "../clock/comparison-clock.ts";
import { addDamage } from "../decode/damage.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import type { PerSide } from "../sides.ts";
import type { VolumeSettings } from "../sound/audio-output.ts";
import type { Comparison } from "./comparison.ts";
import { decodingSources } from "./decoding-sources.ts";
import { createPairFrames, type OpenSource, type PairFrames } from "./pair-frames.ts";
import { createPlaybackRunner } from "./playback-runner.ts";
import { createStateStore, type StateStore } from "./state-store.ts";

interface ComparisonOptions {
  clock?: ComparisonClock;
  openSource?: OpenSource;
  /** Full volume by default. */
  volume?: VolumeSettings;
}

const SPEED_MIN = 0.1;
const SPEED_MAX = 2;

/** Opens a comparison of two clips and starts decoding their first frames. Close it when done. */
export function createComparison(
  media: PerSide<ClipMedia>,
  options: ComparisonOptions = {},
): Comparison {
  const { clock = browserClock, openSource = decodingSources(media) } = options;
  const sound = createSoundController(media, clock.now, options.volume);
  const pairs = createPairFrames(media, openSource, {
    onFrame: () => runner.requestTick(),
    onDamage(side, frames) {
      const { damage } = store.getState();
      store.set({ damage: { ...damage, [side]: addDamage(damage[side], frames) } });
    },
    onFailure(failedSide) {
      dispatch({ type: "pause" });
      store.set({ failedSide });
    },
  });
  const store = createStateStore(pairs.timeline);
  const runner = createPlaybackRunner({ clock, pairs, sound, store });
  const { dispatch } = runner;

  function play() {
    dispatch({ type: "play" });
  }

  function pause() {
    dispatch({ type: "pause" });
  }

  return {
    media,
    subscribe: store.subscribe,
    getState: store.getState,
    getInitialState: store.getInitialState,
    onShown: pairs.onShown,
    getShown: () => pairs.shown,
    play,
    pause,
    toggle: () => (store.getState().isPlaying ? pause() : play()),
    step(frames) {
      dispatch({ type: "step", frames });
      runner.tick();
    },
    goToFrame(frame) {
      dispatch({ type: "seek", frame });
      runner.tick();
    },
    scrubTo: (frame) => dispatch({ type: "scrub", frame }),
    endScrub: () => dispatch({ type: "end-scrub" }),
    ...timingSettings(store, pairs, () => dispatch({ type: "retime" })),
    setAudible(audible) {
      sound.setAudible(audible);
      store.set({ audible });
    },
    readLevels: sound.readLevels,
    close() {
      runner.close();
      pairs.close();
      sound.close();
    },
  };
}

/** The settings that change when each frame is due. */
function timingSettings(
  store: StateStore,
  pairs: PairFrames,
  retime: () => void,
): Pick<Comparison, "setSpeed" | "setLooping" | "setRegion" | "setOffset"> {
  return {
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
      const offsetFrames = pairs.setOffset(frames);
      store.set({ offsetFrames, frameCount: pairs.timeline.frameCount });
      store.setRegion(store.getState().region);
      retime();
    },
  };
}
