/** Placeholder colours for a clip that is not ready, derived from the prompt. */

/** Hues in oklch degrees by words in the prompt. The first match sets the main hue. */
const HUES: readonly (readonly [pattern: RegExp, hue: number])[] = [
  [/\b(sea|ocean|wave|surf|lake|river|rain|water|beach|coast)/i, 225],
  [/\b(forest|tree|jungle|garden|meadow|grass|moss|leaf|leaves)/i, 145],
  [/\b(desert|sand|dune|autumn|wheat|gold|savanna)/i, 80],
  [/\b(fire|flame|ember|lava|candle|lantern|sunset|dusk|sunrise|dawn)/i, 45],
  [/\b(snow|ice|winter|glacier|frost|mountain|fog|mist)/i, 240],
  [/\b(night|space|star|moon|galaxy|midnight)/i, 285],
  [/\b(city|neon|street|cyber|market|club)/i, 330],
  [/\b(rose|flower|blossom|portrait|face|woman|man|child|skin)/i, 20],
];
const FULL_CIRCLE = 360;
const SECOND_HUE_STEP = 40;

/** A CSS gradient in two hues. The same prompt always gets the same gradient. */
export function promptBackground(prompt: string): string {
  const [first = hash(prompt) % FULL_CIRCLE, second = first + SECOND_HUE_STEP] = HUES.filter(
    ([pattern]) => pattern.test(prompt),
  ).map(([, hue]) => hue);
  const angle = 120 + (hash(prompt) % 120);
  return `linear-gradient(${angle}deg, oklch(0.42 0.09 ${first}), oklch(0.26 0.07 ${second}))`;
}

/** FNV-1a, which is short and distributes well. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}
