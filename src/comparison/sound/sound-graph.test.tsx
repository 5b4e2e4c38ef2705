/** The output samples, from an offline audio context. */
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { eventually } from "#studio/testing/eventually.ts";
import { decodeSound } from "../decode/decode-sound.ts";
import { createComparison } from "../engine/create-comparison.ts";
import { openTestClip } from "../testing/open-media.ts";
import { createSoundGraph, type SoundGraph } from "./sound-graph.ts";

const RATE = 48_000;

/** Two seconds at a constant level, in which every gap and click is visible. */
function level(value: number): AudioBuffer {
  const buffer = new AudioBuffer({ length: 2 * RATE, sampleRate: RATE, numberOfChannels: 1 });
  buffer.copyToChannel(new Float32Array(buffer.length).fill(value), 0);
  return buffer;
}

const PLAN = {
  at: 0.1,
  position: 0,
  span: { start: 0, end: 48 },
  isLooping: false,
  frameRate: 24,
  speed: 1,
};
const NO_DELAYS = { left: 0, right: 0 };

/** Renders a second and runs `actions` at their times. */
async function render(
  sounds: { left: AudioBuffer | null; right: AudioBuffer | null },
  actions: [seconds: number, action: (graph: SoundGraph) => void][],
): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, RATE, RATE);
  const graph = createSoundGraph(context, sounds, "left");
  for (const [seconds, action] of actions) {
    if (seconds === 0) action(graph);
    else {
      void context.suspend(seconds).then(() => {
        action(graph);
        return context.resume();
      });
    }
  }
  return (await context.startRendering()).getChannelData(0);
}

const between = (samples: Float32Array, from: number, to: number) =>
  samples.subarray(from * RATE, to * RATE);

/** The largest step from one sample to the next. */
function steepest(samples: Float32Array): number {
  return samples.reduce(
    (max, sample, at) => Math.max(max, Math.abs(sample - (samples[at - 1] ?? 0))),
    0,
  );
}

const begin =
  (plan: Partial<typeof PLAN> = {}, delays = NO_DELAYS) =>
  (graph: SoundGraph) => {
    graph.begin({ ...PLAN, ...plan }, delays);
    graph.prepareUntil(2);
  };

describe("the sound of two clips", () => {
  it("switches sides without a gap or a click", async () => {
    const heard = await render({ left: level(0.5), right: level(0.5) }, [
      [0, begin()],
      [0.5, (graph) => graph.setAudible("right")],
    ]);
    expect(Math.min(...between(heard, 0.12, 1))).toBeGreaterThan(0.49);
    expect(steepest(heard)).toBeLessThan(0.01);
  });

  it("is the sound of the selected side, or none", async () => {
    const heard = await render({ left: level(0.25), right: level(0.75) }, [
      [0, begin()],
      [0.4, (graph) => graph.setAudible("right")],
      [0.7, (graph) => graph.setAudible("none")],
    ]);
    expect(between(heard, 0.2, 0.4).every((sample) => Math.abs(sample - 0.25) < 1e-4)).toBe(true);
    expect(between(heard, 0.43, 0.69).every((sample) => Math.abs(sample - 0.75) < 1e-4)).toBe(true);
    expect(Math.max(...between(heard, 0.73, 1))).toBe(0);
    expect(steepest(heard)).toBeLessThan(0.01);
  });

  it("loops, stops, restarts and shifts without a click", async () => {
    const heard = await render({ left: level(0.5), right: null }, [
      [0, begin({ span: { start: 0, end: 6 }, isLooping: true, speed: 1.3 })],
      [0.6, (graph) => graph.end()],
      [0.7, begin({ at: 0.75, position: 30 }, { left: 2, right: 0 })],
      [0.8, begin({ at: 0.85, position: 3, speed: 0.1 })],
    ]);
    expect(steepest(heard)).toBeLessThan(0.01);
    expect(Math.max(...between(heard, 0.65, 0.7))).toBe(0);
    // Between two loops there is a crossfade of a few milliseconds at most.
    const silent = between(heard, 0.12, 0.59).filter((sample) => sample < 0.45).length;
    expect(silent / RATE).toBeLessThan(0.03);
  });
});

describe("the sound of a clip", () => {
  it("starts with its first frame", async () => {
    const sound = await decodeSound(
      await openTestClip({ frames: 24, sound: { codec: "pcm-s16", level: 0.8, channels: 1 } }),
    );
    const samples = sound?.getChannelData(0) ?? new Float32Array();
    expect(samples.length).toBe(RATE);
    expect(samples[27]).toBeCloseTo(0.8 * Math.sin((2 * Math.PI * 440 * 27) / RATE), 2);
    expect(await decodeSound(await openTestClip({ frames: 3 }))).toBeNull();
  });

  it("has levels on both sides during playback, or none if a clip has no sound", async () => {
    const comparison = createComparison({
      left: await openTestClip({ sound: { level: 0.5 } }),
      right: await openTestClip({}),
    });
    expect(comparison.readLevels()).toEqual({ left: [0, 0], right: null });
    comparison.setLooping(true);
    comparison.setAudible("none");
    // Browsers allow sound only after a user gesture.
    const button = document.body.appendChild(document.createElement("button"));
    button.onclick = () => comparison.play();
    await userEvent.click(button);
    button.remove();
    await eventually(() => {
      const { left, right } = comparison.readLevels();
      expect(left?.[0]).toBeCloseTo(0.5, 1);
      expect(right).toBeNull();
    });
    comparison.close();
  });
});
