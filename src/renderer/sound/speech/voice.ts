/** Derives a voice from each speaker label, modified by its tone. */
import { between, randomFor } from "../../plan/prng.ts";
import type { SpokenLine } from "./spoken-lines.ts";

export interface Voice {
  readonly pitchHertz: number;
  /** Scale of the formants: above 1 means a smaller head with higher resonances. */
  readonly formantScale: number;
  /** Range of the pitch contour: 1 is ordinary speech. */
  readonly liveliness: number;
  /** Breathiness: 0 is clear, 1 a whisper. */
  readonly breath: number;
  /** Irregularity of the pitch: 0 is none, 1 hoarse. */
  readonly roughness: number;
  readonly syllablesPerSecond: number;
  /** −1 (left) to 1 (right). */
  readonly pan: number;
}

type Speaker = Pick<Voice, "pitchHertz" | "formantScale">;

const CHILD: Speaker = { pitchHertz: 270, formantScale: 1.32 };
const WOMAN: Speaker = { pitchHertz: 205, formantScale: 1.16 };
const MAN: Speaker = { pitchHertz: 116, formantScale: 1 };
const KINDS: readonly [RegExp, Speaker][] = [
  [/\b(?:child|kid|boy|girl|toddler|baby)|孩|童/u, CHILD],
  [
    /\b(?:wom[ae]n|female|lady|mother|mom|grandmother|queen|sister|she|her|actress|witch)\b|女|妈|奶奶/u,
    WOMAN,
  ],
  [
    /\b(?:m[ae]n|male|father|dad|grandfather|king|brother|he|his|actor|wizard|sailor|captain)\b|男|爸|爷爷/u,
    MAN,
  ],
];
const PLAIN_SYLLABLES_PER_SECOND = 3.2;

/** The voice of a line. The label decides it; the tone only modifies it. */
export function voiceOf({ label, tone }: SpokenLine, seed: number): Voice {
  const random = randomFor(seed, `voice ${label.toLowerCase()}`);
  const words = `${label} ${tone}`.toLowerCase();
  const either = random() < 0.5 ? WOMAN : MAN;
  const { pitchHertz, formantScale } = KINDS.find(([kind]) => kind.test(words))?.[1] ?? either;
  const says = (pattern: RegExp) => pattern.test(words);
  const isLow = says(/\b(?:low|deep|gruff|old|elderly)|低|沉/u);
  const isHigh = says(/\b(?:high|squeaky|bright|young)|高|尖/u);
  const isLively = says(
    /\b(?:excited|shout|shouting|angry|loud|happy|cheerful|urgent|laughing)|喊|激动/u,
  );
  const isCalm = says(/\b(?:calm|soft|gentle|sad|slow|tired|quiet|serious|monotone)|轻|温柔|慢/u);
  const isWhisper = says(/\bwhisper|耳语|低语/u);
  const isRough = says(/\b(?:raspy|hoarse|gravel|rough|gruff)|沙哑/u);
  return {
    pitchHertz:
      pitchHertz *
      between(random, 0.92, 1.1) *
      (isLow ? 0.82 : 1) *
      (isHigh ? 1.15 : 1) *
      (isLively ? 1.12 : 1),
    formantScale: formantScale * between(random, 0.95, 1.06),
    liveliness: isLively ? 1.7 : isCalm ? 0.6 : 1,
    breath: isWhisper ? 1 : isCalm ? 0.25 : 0.1,
    roughness: isRough ? 1 : 0.15,
    syllablesPerSecond: PLAIN_SYLLABLES_PER_SECOND * (isLively ? 1.2 : 1) * (isCalm ? 0.88 : 1),
    pan: between(random, -0.35, 0.35),
  };
}
