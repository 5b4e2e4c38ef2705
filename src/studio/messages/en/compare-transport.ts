/** Messages for the comparison transport: playback, loop marks, offset, sound and keyboard shortcuts. */
import { counted, formatNumber } from "./common.ts";

export const region = "Playback";
export const play = "Play";
export const pause = "Pause";
export const firstFrame = "First frame";
export const previousFrame = "Previous frame";
export const nextFrame = "Next frame";
export const lastFrame = "Last frame";
export const position = "Position";
export const time = (seconds: string) => `${seconds} s`;
export const frameOf = (number: number, count: number) =>
  `frame ${formatNumber(number)} of ${formatNumber(count)}`;
export const positionText = (seconds: string, number: number, count: number) =>
  `${seconds} s, frame ${formatNumber(number)} of ${formatNumber(count)}`;

export const waiting = "Buffering";
export const dropped = (count: number) => counted(count, "frame dropped", "frames dropped");
export const droppedWhy =
  "This device was too busy to show these frames in time. Both clips skip the same frames.";

export const speed = "Speed";
export const speedOf = (value: number) => `${formatNumber(value)}×`;
/** The pitch of the sound follows the speed. */
export const pitchAt = (value: number) =>
  value < 1 ? "Lower pitch at this speed" : "Higher pitch at this speed";
export const loop = "Loop";
export const clearMarks = "Clear loop marks";
export const startMark = "Loop start";
export const endMark = "Loop end";
/** Labels of the loop marks. Blind comparisons call the clips A and B, so there the marks are brackets. */
export const marks = (isBlind: boolean) =>
  isBlind
    ? { start: "[", end: "]", setStart: "Set loop start", setEnd: "Set loop end" }
    : { start: "A", end: "B", setStart: "Set loop start (A)", setEnd: "Set loop end (B)" };

export const more = "More controls";
export const offset = (right: string) => `Offset of ${right}`;
export const offsetLess = (right: string) => `Move ${right} one frame earlier`;
export const offsetMore = (right: string) => `Move ${right} one frame later`;
export const offsetReset = "Reset offset";
export const noOffset = "No offset";
/** Positive when the right clip is later. */
export const offsetBy = (count: number) =>
  count > 0
    ? counted(count, "frame later", "frames later")
    : counted(-count, "frame earlier", "frames earlier");
export const offsetText = (right: string, count: number) =>
  count === 0 ? noOffset : `${right}: ${offsetBy(count)}`;

export const soundNone = "Off";
export const hasNoSound = (name: string) => `${name} has no sound.`;
export const soundMissing = (name: string) =>
  `${name} has no sound, although it was requested and paid for.`;
export const cannotPlaySound = (name: string) => `This browser can't play the sound of ${name}.`;
export const bothSilent = "Neither clip has sound";

export const enterFullScreen = "Full screen";
export const leaveFullScreen = "Exit full screen";

/** Screen reader announcements. */
export const announcements = {
  playing: "Playing",
  paused: (number: number, count: number) =>
    `Paused, frame ${formatNumber(number)} of ${formatNumber(count)}`,
  frame: (number: number, count: number) =>
    `Frame ${formatNumber(number)} of ${formatNumber(count)}`,
  speed: (value: number) => `Speed ${formatNumber(value)}×`,
  loopOn: "Loop on",
  loopOff: "Loop off",
  region: (from: string, to: string) => `Loop from ${from} s to ${to} s`,
  noRegion: "Loop marks cleared",
  audible: (name: string) => `Sound: ${name}`,
  silent: "Sound off",
};

export const shortcuts = "Keyboard shortcuts";
export const singleKeys = "Single-key shortcuts";
export const singleKeysHint =
  "Letters, digits and symbols. Space, the arrow keys, Home and End always work.";
export const groups = {
  play: "Playback",
  move: "Navigation",
  loop: "Loop and speed",
  picture: "View",
  other: "Sound and screen",
};
export const either = "or";
const keyNames: Readonly<Record<string, string>> = {
  " ": "Space",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};
/** The label of a key on a keyboard: "Shift+ArrowLeft" becomes "Shift ←". */
export const keyName = (key: string) =>
  key
    .split(/(?<=Shift)\+/)
    .map((part) => keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(" ");

export const does = {
  toggle: "Play or pause",
  stop: "Pause",
  back: "Back one second",
  faster: "Play; press again to go faster",
  previousFrame: "Back one frame",
  nextFrame: "Forward one frame",
  previousSecond: "Back one second and pause",
  nextSecond: "Forward one second and pause",
  firstFrame: "First frame",
  lastFrame: "Last frame",
  markStart: "Set loop start",
  markEnd: "Set loop end",
  clearMarks: "Clear loop marks",
  loop: "Turn loop on or off",
  decreaseSpeed: "Slower",
  increaseSpeed: "Faster",
  offsetLess: "Move the right clip one frame earlier",
  offsetMore: "Move the right clip one frame later",
  sound: "Turn sound on or off",
  fullScreen: "Full screen",
  sheet: "Show this list",
};
