/** Colours for a clip that is not there yet, drawn from the words that ask for it. */

/** Hues in degrees of oklch, by what a prompt may speak of; the first row that fits leads. */
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

/** A CSS background in two hues of the prompt; the same prompt always has the same. */
export function promptBackground(prompt: string): string {
  const [first = hash(prompt) % FULL_CIRCLE, second = first + SECOND_HUE_STEP] = HUES.filter(
    ([pattern]) => pattern.test(prompt),
  ).map(([, hue]) => hue);
  const angle = 120 + (hash(prompt) % 120);
  return `linear-gradient(${angle}deg, oklch(0.42 0.09 ${first}), oklch(0.26 0.07 ${second}))`;
}

/** FNV-1a: small, and spreads well. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}
