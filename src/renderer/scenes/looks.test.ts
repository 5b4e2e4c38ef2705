/**
 * What each scene looks like, in figures. After a change on purpose, look at the pictures and renew the figures with
 * `npx vitest run --project unit looks --update`.
 */
import { join } from "node:path";
import { expect, test } from "vitest";
import { figuresText, pictureFigures } from "../testing/figures.ts";
import { smallPicture } from "../testing/small-picture.ts";

const PROMPTS = [
  "a lighthouse and a sailing boat on the sea at sunset, birds, orbit",
  "koi underwater, handheld",
  "a storm over the ocean at night, tilt up",
  "a city skyline at night, moon and stars, pan left",
  "a woman with an umbrella on a market street in the rain, dolly-in",
  "a red fox lies in a forest in the snow, static",
  "birches in autumn fog, falling leaves, a deer, crane",
  "fireflies in a dark forest, a wolf, pan right",
  "a castle on a mountain at dawn, clouds, a bear, pull-back",
  "aurora over the mountains, stars, a horse gallops, fast pan left",
  "a desert with dunes at noon, a camel, a hiker, tilt down",
  "a desert at night, a cat, static",
  "a sunny meadow with clouds, a white dog, slow pan right",
  "cherry blossom petals in a pink garden at dusk, a crane bird, static",
  "a campfire with embers, a black cat lies beside it, handheld",
  "a candle flame, static",
  "an astronaut near a ringed planet and a nebula, orbit",
  "a violet galaxy, pull-back",
  "portrait of a woman with long hair at golden hour, dolly-in",
  "close up of a man in the rain at night, static",
];

test("every scene looks as it did", async () => {
  const figures = new Map(
    PROMPTS.map((prompt) => [prompt, pictureFigures(smallPicture(prompt)(1.5), 320, 180)]),
  );
  const file = join(import.meta.dirname, "looks.txt");
  await expect(figuresText(figures, file, 0.5)).toMatchFileSnapshot(file);
});
