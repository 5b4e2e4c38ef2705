/** Words of the measured differences. */

export const intro =
  "Every frame and all of the sound are measured here in the browser, both pictures at the same small size. These are figures to look closer by: none of them says which clip is better.";
export const measure = "Measure";
export const measuring = "Measuring both clips";
export const cancelled = "Cancelled. Nothing was kept.";
export const failed = (name: string) =>
  `The browser stopped in the middle of decoding ${name}. Trying again may help. If it does not, the file may be damaged.`;
export const measured = "Both clips are measured.";
export const progressOf = (part: number) => `${measuring}, ${Math.round(part * 100)} %`;

/** What each measure is, and what it is not. */
export const lines = {
  sharpness: {
    title: "Sharpness",
    means:
      "How much fine detail each frame has, both clips at the same small size: more pixels alone do not count, and the very finest detail is not seen. Grain counts as detail, and a soft background may be wanted.",
  },
  motion: {
    title: "Motion",
    means:
      "How much of the picture's light changes in a second. A moving camera and a moving subject count alike, and busy or bright pictures count for more.",
  },
  flicker: {
    title: "Flicker",
    means:
      "How far a frame's brightness leaves that of its neighbours. Fades do not count. Lightning or a lamp going on does.",
  },
  loudness: {
    title: "Loudness",
    means:
      "How loud the sound is to the ear (LUFS, EBU R 128). It says nothing of how good it sounds; a louder clip only seems better at first.",
  },
} as const;

export const moments = {
  cuts: {
    title: "Cuts",
    means: "Where the picture becomes another at once. A very fast camera may look like one.",
  },
  frozen: {
    title: "Frozen",
    means:
      "Where nothing moves for a fifth of a second or more. It may be a fault, or a still shot.",
  },
  black: {
    title: "Black",
    means:
      "Where nearly all of the picture is dark. A fade to black and a very dark night look alike.",
  },
  clipped: {
    title: "Clipped sound",
    means:
      "Where the wave is cut off at full scale. It may crackle; very short places are seldom heard.",
  },
  silent: {
    title: "Silence",
    means: "Where nothing sounds for half a second or more (below −60 dB). It may be wanted.",
  },
} as const;

/** A minus sign, not a hyphen. */
const signed = (value: number, digits: number) => value.toFixed(digits).replace("-", "−");

/** A value of a measure, with its unit. */
export const values = {
  sharpness: (value: number) => String(Math.round(value)),
  motion: (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} % a second`,
  flicker: (value: number) => `${value.toFixed(value < 1 ? 2 : 1)} %`,
  loudness: (value: number) => (value < -70 ? "silent" : `${signed(value, 1)} LUFS`),
} as const;

/** What the top of a chart stands for, and the foot where that is not zero. */
export const scaleTop = {
  sharpness: values.sharpness,
  motion: values.motion,
  flicker: values.flicker,
  loudness: (value: number) => `${value} LUFS`,
} as const;
export const loudnessFoot = (value: number) => `${signed(value, 0)} LUFS`;

export const spread = (average: string, highest: string, at: string) =>
  `${average} on average, at most ${highest} at ${at} s`;
export const wholeLoudness = (lufs: string, highest: string, at: string, peak: string) =>
  `${lufs} in all, at most ${highest} at ${at} s, true peak ${peak}`;
export const peak = (db: number) => `${signed(db, 1)} dB`;
export const tooQuiet = "too quiet or too short to have a loudness";
export const tooShort = "too short to say";
/** Why there is nothing to say of a clip's sound. */
export const noSound = (isUnreadable: boolean) =>
  isUnreadable ? "this browser cannot decode its sound" : "has no sound";
export const here = (value: string) => `Here ${value}`;
export const noValue = "no value";
export const noValueHere = "No value here";

export const positionIn = (title: string) => `Position, ${title.toLowerCase()}`;
export const positionText = (seconds: string, texts: readonly string[]) =>
  [`${seconds} s`, ...texts].join(", ");
export const sideValue = (name: string, value: string) => `${name} ${value}`;

export const notFound = "Not found";
export const notFoundMeans = "These were looked for as well.";
export const none = "None";
export const moment = (from: string, to: string) => (from === to ? `${from} s` : `${from}–${to} s`);
export const goTo = (title: string, name: string, time: string) => `${title} of ${name}: ${time}`;
export const more = (count: number) => `and ${count} more`;
