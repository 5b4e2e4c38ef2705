/** The sound of a comparison: when it may be heard, what of it is heard now, and at which place it really is. */
import type { SettingsStore } from "#studio/ui/playback/playback-settings.ts";
import { savedSettings } from "#studio/ui/playback/saved-settings.ts";
import { type PerSide, SIDES } from "../side.ts";
import { type ClipMedia, canBeHeard } from "./clip-media.ts";
import type { Heard, Levels } from "./comparison.ts";
import { decodeSound } from "./decode-sound.ts";
import { folded, type PlayClock, placeAt } from "./play-clock.ts";
import { createSoundGraph, type SoundGraph } from "./sound-graph.ts";

/** What plays, and how the right side is shifted. */
export interface SoundRun {
  clock: PlayClock;
  frameRate: number;
  offsetFrames: number;
}

export interface SoundDesk {
  /** Decodes the sounds, so that they are there when they are wanted. */
  prepare(): void;
  /** Must be called while a press is handled: browsers let pages be heard only then. */
  unlock(): void;
  /** Plays from where the clock stands, as soon as it can. */
  begin(run: SoundRun): void;
  /** To be called often while it plays. The place that is heard now, on the clock it was begun with; null when nothing is. */
  follow(): number | null;
  end(): void;
  setHeard(heard: Heard): void;
  readLevels(): PerSide<Levels | null>;
  close(): void;
}

/** Time from asking to sounding, so that no beginning is missed. */
const LEAD_S = 0.03;
/** So much of the laps to come is made ready. */
const AHEAD_S = 1;

/** A desk for two clips. Makes its audio context when it is unlocked first, and none where both clips are silent. */
export function createSoundDesk(
  media: PerSide<ClipMedia>,
  now: () => number,
  settings: Pick<SettingsStore, "get" | "subscribe"> = savedSettings,
): SoundDesk {
  const isSilent = !canBeHeard(media.left) && !canBeHeard(media.right);
  let context: AudioContext | null = null;
  let graph: SoundGraph | null = null;
  let sounds: Promise<PerSide<AudioBuffer | null>> | null = null;
  let heard: Heard = "left";
  let run: SoundRun | null = null;
  /** At which time of the audio clock the run's sound was at which place. */
  let begun: { at: number; place: number } | null = null;
  let isClosed = false;

  function applyVolume() {
    graph?.setVolume(settings.get().volume);
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

  /** A context may be interrupted, by a call for example, and its time with it. */
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
    // It may be laps later than the clock was begun: a context takes its time to start.
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

/** A page that was not pressed yet is not resumed; it will be with the next press. */
function resume(context: AudioContext) {
  context.resume().catch(() => {});
}

/** Time from the audio clock to the ear. */
function latencyOf(context: AudioContext): number {
  return context.outputLatency || context.baseLatency || 0;
}

function silenceOf({ sound }: ClipMedia): Levels | null {
  return sound && Array.from({ length: sound.channels }, () => 0);
}
