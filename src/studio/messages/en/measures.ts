/** Messages for the Measures panel. */
import { formatDecimal, formatList, formatNumber, percent } from "./common.ts";

export const intro =
  "Every frame and the whole soundtrack are measured in this browser. Both clips are scaled to the same small size. The figures show where to look more closely. They don't say which clip is better.";
export const measure = "Measure";
export const measuring = "Measuring both clips";
export const cancelled = "Cancelled. Nothing was saved.";
export const failed = (name: string) =>
  `This browser stopped decoding ${name}. Try again. If it fails again, the file may be damaged.`;
export const measured = "Both clips are measured.";
export const progressOf = (part: number) => `Measuring both clips, ${percent(part)}`;

/** What each measure shows, and its limits. */
export const lines = {
  sharpness: {
    title: "Sharpness",
    description:
      "How much fine detail each frame has, with both clips scaled to the same small size. A higher resolution alone doesn't count, and the finest detail isn't measured. Grain counts as detail, and a soft background may be intended.",
  },
  motion: {
    title: "Motion",
    description:
      "How much of the picture's light changes per second. Camera and subject movement both count. Busy or bright pictures score higher.",
  },
  flicker: {
    title: "Flicker",
    description:
      "How far a frame's brightness is from that of its neighbours. Fades don't count. Lightning or a lamp switching on does.",
  },
  loudness: {
    title: "Loudness",
    description:
      "How loud the sound is to the ear (LUFS, EBU R 128). It says nothing about quality; a louder clip often seems better at first.",
  },
} as const;

export const findings = {
  cuts: {
    title: "Cuts",
    description:
      "Where the picture changes completely from one frame to the next. Very fast camera movement can look like a cut.",
  },
  frozen: {
    title: "Frozen",
    description: "Where nothing moves for 0.2 s or more. It may be a fault or a still shot.",
  },
  black: {
    title: "Black",
    description:
      "Where nearly the whole picture is dark. A fade to black and a dark night look alike.",
  },
  clipped: {
    title: "Clipped sound",
    description:
      "Where the waveform is cut off at full scale. It may crackle; very brief clipping is rarely audible.",
  },
  silent: {
    title: "Silence",
    description: "Where the sound stays below −60 dB for 0.5 s or more. It may be intended.",
  },
} as const;

/** With a minus sign instead of a hyphen. */
const signed = (value: number, digits: 0 | 1) => formatDecimal(value, digits).replace("-", "−");

/** A value of a measure, with its unit. */
export const values = {
  sharpness: (value: number) => formatDecimal(value, 0),
  motion: (value: number) => `${formatDecimal(value, value < 10 ? 1 : 0)} % per second`,
  flicker: (value: number) => `${formatDecimal(value, value < 1 ? 2 : 1)} %`,
  loudness: (value: number) => (value < -70 ? "silent" : `${signed(value, 1)} LUFS`),
} as const;

/** The value at the top of a chart, and at its bottom if that is not zero. */
export const scaleTop = {
  sharpness: values.sharpness,
  motion: values.motion,
  flicker: values.flicker,
  loudness: (value: number) => `${signed(value, 0)} LUFS`,
} as const;
export const scaleBottom = (value: number) => `${signed(value, 0)} LUFS`;

export const spread = (average: string, highest: string, at: string) =>
  `Average ${average}, maximum ${highest} at ${at} s`;
interface WholeLoudness {
  overall: string;
  highest: string;
  /** When the highest is reached, in seconds. */
  at: string;
  peak: string;
}
export const wholeLoudness = ({ overall, highest, at, peak }: WholeLoudness) =>
  `Overall ${overall}, maximum ${highest} at ${at} s, true peak ${peak}`;
export const peak = (db: number) => `${signed(db, 1)} dB`;
export const tooQuiet = "Too quiet or too short to measure loudness";
export const tooShort = "Too short to measure";
/** Why a clip has no sound figures. */
export const noSound = (isUnreadable: boolean) =>
  isUnreadable ? "This browser can't decode the sound" : "No sound";
export const here = (value: string) => `At this frame: ${value}`;
export const noValue = "no value";
export const noValueHere = "No value at this frame";

export const positionIn = (title: string) => `${title}: position`;
export const positionText = (seconds: string, texts: readonly string[]) =>
  formatList([`${seconds} s`, ...texts]);
export const sideValue = (name: string, value: string) => `${name} ${value}`;

export const notFound = "Not found";
export const notFoundDescription = "Checked, but not present in either clip.";
export const none = "None";
export const timeRange = (from: string, to: string) =>
  from === to ? `${from} s` : `${from}–${to} s`;
export const goTo = (title: string, name: string, time: string) => `${title} of ${name}: ${time}`;
export const more = (count: number) => `and ${formatNumber(count)} more`;
