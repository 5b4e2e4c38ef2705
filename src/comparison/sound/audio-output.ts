/**
 * The browser's audio for both clips: opened by a gesture, ready once the sounds are decoded, interrupted by the
 * system.
 */
import { decodeSound } from "../decode/decode-sound.ts";
import { type ClipMedia, canBeHeard } from "../media/clip-media.ts";
import { mapSides, type PerSide } from "../sides.ts";
import type { AudibleSide, Levels } from "./audible-side.ts";
import { createSoundGraph, type SoundGraph } from "./sound-graph.ts";

/** The volume that the creator set, 0 to 1. */
export interface VolumeSettings {
  getState(): { volume: number };
  /** Returns a disposer. */
  subscribe(onChange: () => void): () => void;
}

export interface AudioOutput {
  /** Decodes both sounds ahead of time. */
  prepare(): void;
  /** Must be called from a user gesture, because browsers allow audio to start only then. */
  unlock(): void;
  /** Null until the sounds are decoded, and while the audio clock does not run. */
  running(): { graph: SoundGraph; context: AudioContext } | null;
  /** Stops what is playing. */
  silence(): void;
  readonly audible: AudibleSide;
  setAudible(audible: AudibleSide): void;
  readLevels(): PerSide<Levels | null>;
  close(): void;
}

/**
 * Creates the audio context on the first unlock, and never if both clips are silent. Calls `onChange` when the output
 * may have started or stopped running; what was playing has ended then.
 */
export function createAudioOutput(
  media: PerSide<ClipMedia>,
  volume: VolumeSettings,
  onChange: () => void,
): AudioOutput {
  const isSilent = !canBeHeard(media.left) && !canBeHeard(media.right);
  let context: AudioContext | null = null;
  let graph: SoundGraph | null = null;
  let sounds: Promise<PerSide<AudioBuffer | null>> | null = null;
  let audible: AudibleSide = "left";
  let isClosed = false;

  const applyVolume = () => graph?.setVolume(volume.getState().volume);
  const stopVolume = volume.subscribe(applyVolume);

  async function openGraph(own: AudioContext) {
    sounds ??= decodeBoth(media);
    const both = await sounds;
    if (isClosed) return;
    graph = createSoundGraph(own, both, audible);
    applyVolume();
    onChange();
  }

  /** The system may interrupt a context, for example for a phone call, which also stops its clock. */
  function onStateChange() {
    if (context?.state !== "running") graph?.end();
    onChange();
  }

  return {
    prepare() {
      if (!isSilent) sounds ??= decodeBoth(media);
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
      void openGraph(context);
    },
    running: () => (graph && context?.state === "running" ? { graph, context } : null),
    silence: () => graph?.end(),
    get audible() {
      return audible;
    },
    setAudible(next) {
      audible = next;
      graph?.setAudible(next);
    },
    readLevels: () => graph?.readLevels() ?? mapSides(media, silenceOf),
    close() {
      isClosed = true;
      stopVolume();
      if (context) context.onstatechange = null;
      void context?.close();
      context = null;
      graph = null;
      sounds = null;
    },
  };
}

async function decodeBoth(media: PerSide<ClipMedia>): Promise<PerSide<AudioBuffer | null>> {
  const [left, right] = await Promise.all([decodeSound(media.left), decodeSound(media.right)]);
  return { left, right };
}

/** Without a user gesture the browser refuses to resume; the next gesture tries again. */
function resume(context: AudioContext) {
  context.resume().catch(() => {});
}

function silenceOf({ sound }: ClipMedia): Levels | null {
  return sound && Array.from({ length: sound.channels }, () => 0);
}
