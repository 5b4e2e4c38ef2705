/**
 * What clips sound like, in figures. After a change on purpose, listen to the clips and renew the figures with
 * `npx vitest run --project unit sounds --update`.
 */
import { join } from "node:path";
import { expect, test } from "vitest";
import { figuresText } from "../testing/figures.ts";
import { synthesiseSound } from "./synthesise-sound.ts";
import { bandOf, rmsOf } from "./testing/measure.ts";

const PROMPTS = [
  "a storm over the sea, heavy rain, thunder and wind. Audio: no music",
  "a pine forest at night, crickets, an owl",
  "a meadow in the morning, birdsong",
  "a campfire burns in the desert at sunset",
  "an astronaut near a nebula",
  "a night market street with a crowd, cars pass",
  'portrait of a man, no background music. [Old man, low raspy voice]: "why should i come closer?"',
  '海边。[小女孩, excited]: "你好世界" She smiles. "now go, run. hide!" whispering',
];

const HERTZ = [120, 900, 6000];
const WINDOWS = 10;

/** The loudness in decibels of both channels, around a few frequencies, in each part of the clip. */
function soundFigures(prompt: string): number[] {
  const sound = synthesiseSound({ prompt, negativePrompt: "", durationSeconds: 5 });
  return [sound.left, sound.right].flatMap((channel) =>
    HERTZ.flatMap((hertz) => {
      const band = bandOf(channel, hertz);
      return Array.from({ length: WINDOWS }, (_, at) => {
        const rms = rmsOf(band, (at * 5) / WINDOWS, ((at + 1) * 5) / WINDOWS);
        return 20 * Math.log10(rms + 1e-5);
      });
    }),
  );
}

test("every sound is as it was", async () => {
  const figures = new Map(PROMPTS.map((prompt) => [prompt, soundFigures(prompt)]));
  const file = join(import.meta.dirname, "sounds.txt");
  await expect(figuresText(figures, file, 0.2)).toMatchFileSnapshot(file);
});
