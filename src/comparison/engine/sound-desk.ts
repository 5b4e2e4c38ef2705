/** Controls the sound of a comparison: when it may play, which side is audible, and the actual audio position. */

import { folded, type PlayClock, placeAt } from "../clock/play-clock.ts";
import { decodeSound } from "../decode/decode-sound.ts";
import { type ClipMedia, canBeHeard } from "../media/clip-media.ts";
import { type PerSide, SIDES } from "../sides.ts";
import type { Heard, Levels } from "./comparison.ts";
import { createSoundGraph, type SoundGraph } from "./sound-graph.ts";

/** The volume that the creator set, 0 to 1. */
export interface VolumeSettings {
  getState(): { volume: number };
  /** Returns a disposer. */
  subscribe(onChange: () => void): () => void;
}

const FULL_VOLUME: VolumeSettings = {
  getState: () => ({ volume: 1 }),
  subscribe: () => () => undefined,
};

/** What to play, and the offset of the right side. */
export interface SoundRun {
  clock: PlayClock;
  frameRate: number;
  offsetFrames: number;
}

export interface SoundDesk {
  /** Decodes both sounds ahead of time. */
  prepare(): void;
  /** Must be called from a user gesture, because browsers allow audio to start only then. */
  unlock(): void;
  /** Starts playing at the clock's place as soon as possible. */
  begin(run: SoundRun): void;
  /** Call often during playback. Returns the place currently audible on the run's clock; null if nothing is. */
  follow(): number | null;
  end(): void;
  setHeard(heard: Heard): void;
  readLevels(): PerSide<Levels | null>;
  close(): void;
}

/** Delay before the sound starts, so that its beginning is not cut off. */
const LEAD_S = 0.03;
/** How far ahead upcoming laps are scheduled. */
const AHEAD_S = 1;

/** Creates the audio context on the first unlock, and never if both clips are silent. */
export function createSoundDesk(
  media: PerSide<ClipMedia>,
  now: () => number,
  settings: VolumeSettings = FULL_VOLUME,
): SoundDesk {
  const isSilent = !canBeHeard(media.left) && !canBeHeard(media.right);
  let context: AudioContext | null = null;
  let graph: SoundGraph | null = null;
  let sounds: Promise<PerSide<AudioBuffer | null>> | null = null;
  let heard: Heard = "left";
  let run: SoundRun | null = null;
  /** The place of the run's sound at a time of the audio clock. */
  let begun: { at: number; place: number } | null = null;
  let isClosed = false;

  function applyVolume() {
    graph?.setVolume(settings.getState().volume);
  }

  const stopSettings = settings.subscribe(applyVolume);

  async function decodeBoth() {
    const [left, right] = await Promise.all([decodeSound(media.left), decodeSound(media.right)]);
    return { left, right };
  }

  async function open(own: AudioContext) {
    sounds ??= decodeBoth();
    const both = await sounds;
    if (isClosed) return;
    graph = createSoundGraph(own, both, heard);
    applyVolume();
    startWhenRunning();
  }

  /** The system may interrupt a context, for example for a phone call, which also stops its clock. */
  function onStateChange() {
    if (context?.state !== "running") {
      graph?.end();
      begun = null;
    }
    startWhenRunning();
  }

  function startWhenRunning() {
    if (!run || begun || !context || !graph || context.state !== "running") return;
    const { clock, frameRate, offsetFrames } = run;
    const at = context.currentTime + LEAD_S;
    const place = placeAt(clock, now() + (LEAD_S + latencyOf(context)) * 1000);
    const speed = (clock.framesPerMs * 1000) / frameRate;
    begun = { at, place };
    // The start may be several laps later, because a context takes time to start.
    graph.begin(
      {
        at,
        place: folded(clock, place),
        speed,
        frameRate,
        span: clock.span,
        isLooping: clock.isLooping,
      },
      { left: 0, right: offsetFrames },
    );
    graph.prepareUntil(at + AHEAD_S);
  }

  return {
    prepare() {
      if (!isSilent) sounds ??= decodeBoth();
    },
    unlock() {
      if (isSilent || isClosed) return;
      if (context) {
        if (context.state === "suspended") resume(context);
        return;
      }
      context = new AudioContext({ latencyHint: "interactive" });
      context.onstatechange = onStateChange;
      resume(context);
      void open(context);
    },
    begin(next) {
      graph?.end();
      run = next;
      begun = null;
      startWhenRunning();
    },
    follow() {
      if (!run || !begun || !context || context.state !== "running") return null;
      graph?.prepareUntil(context.currentTime + AHEAD_S);
      if (heard === "none" || !canBeHeard(media[heard])) return null;
      const seconds = context.currentTime - latencyOf(context) - begun.at;
      return begun.place + seconds * run.clock.framesPerMs * 1000;
    },
    end() {
      graph?.end();
      run = null;
      begun = null;
    },
    setHeard(next) {
      heard = next;
      graph?.setHeard(next);
    },
    readLevels() {
      if (graph) return graph.readLevels();
      const [left, right] = SIDES.map((side) => silenceOf(media[side]));
      return { left: left ?? null, right: right ?? null };
    },
    close() {
      isClosed = true;
      stopSettings();
      run = null;
      if (context) context.onstatechange = null;
      void context?.close();
      context = null;
      graph = null;
      sounds = null;
    },
  };
}

/** Without a user gesture the browser refuses to resume; the next gesture tries again. */
function resume(context: AudioContext) {
  context.resume().catch(() => {});
}

/** Delay between the audio clock and the speaker. */
function latencyOf(context: AudioContext): number {
  return context.outputLatency || context.baseLatency || 0;
}

function silenceOf({ sound }: ClipMedia): Levels | null {
  return sound && Array.from({ length: sound.channels }, () => 0);
}
