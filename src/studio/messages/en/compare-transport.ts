/** Words of the comparison's transport: playing, the loop's marks, offset, sound, and the sheet of keys. */

const frames = (count: number) => (count === 1 ? "1 frame" : `${count} frames`);

export const region = "Playing both clips";
export const play = "Play";
export const pause = "Pause";
export const firstFrame = "First frame";
export const previousFrame = "Previous frame";
export const nextFrame = "Next frame";
export const lastFrame = "Last frame";
export const position = "Position";
export const time = (seconds: string) => `${seconds} s`;
export const frameOf = (number: number, count: number) => `frame ${number} of ${count}`;
export const positionText = (seconds: string, number: number, count: number) =>
  `${time(seconds)}, ${frameOf(number, count)}`;

export const waiting = "waiting for frames";
export const dropped = (count: number) => `${frames(count)} dropped`;
export const droppedWhy =
  "These frames were due and not shown, because this device was busy. Both sides leave out the same ones.";

export const speed = "Speed";
export const speedOf = (value: number) => `${value}×`;
/** The pitch of what is heard follows the speed. */
export const pitchAt = (value: number) =>
  value < 1 ? "Slower, so lower in pitch" : "Faster, so higher in pitch";
export const loop = "Loop";
export const clearMarks = "Clear the marks";
export const startMark = "Loop from";
export const endMark = "Loop to";
/** What the marks are called; where A and B are the two sides, they are brackets. */
export const marks = (isBlind: boolean) => {
  const [start, end] = isBlind ? ["[", "]"] : ["A", "B"];
  const after = (letter: string) => (isBlind ? "" : ` (${letter})`);
  return {
    start,
    end,
    setStart: `Loop from here${after(start)}`,
    setEnd: `Loop to here${after(end)}`,
  };
};

export const more = "More controls";
export const offset = (right: string) => `Offset of ${right}`;
export const offsetLess = (right: string) => `${right} one frame earlier`;
export const offsetMore = (right: string) => `${right} one frame later`;
export const offsetReset = "Take the offset away";
export const noOffset = "No offset";
export const offsetBy = (count: number) =>
  `${frames(Math.abs(count))} ${count > 0 ? "later" : "earlier"}`;
export const offsetText = (right: string, count: number) =>
  count === 0 ? noOffset : `${right} ${offsetBy(count)}`;

export const sound = "Sound";
export const soundNone = "Off";
export const hasNoSound = (name: string) => `${name} has no sound.`;
export const soundMissing = (name: string) =>
  `${name} has no sound, though it was requested and paid for.`;
export const cannotPlaySound = (name: string) => `This browser can't play the sound of ${name}.`;
export const bothSilent = "Neither clip has sound";

export const enterFullScreen = "Full screen";
export const leaveFullScreen = "Leave full screen";

/** What screen readers are told. */
export const news = {
  playing: "Playing",
  paused: (number: number, count: number) => `Paused, frame ${number} of ${count}`,
  frame: (number: number, count: number) => `Frame ${number} of ${count}`,
  speed: (value: number) => `Speed ${value}×`,
  loops: "Loop on",
  loopsNot: "Loop off",
  region: (from: string, to: string) => `Loop from ${from} s to ${to} s`,
  noRegion: "Marks cleared",
  heard: (name: string) => `Sound of ${name}`,
  silent: "Sound off",
};

export const shortcuts = "Keyboard shortcuts";
export const groups = {
  play: "Play",
  move: "Move",
  loop: "Loop and speed",
  picture: "Picture",
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
/** A key as it is printed on keyboards: "Shift+ArrowLeft" is "Shift ←". */
export const keyName = (key: string) =>
  key
    .split(/(?<=Shift)\+/)
    .map((part) => keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(" ");

export const does = {
  toggle: "Play or pause",
  stop: "Pause",
  back: "Back one second",
  faster: "Play; again: faster",
  previousFrame: "Back one frame",
  nextFrame: "On one frame",
  previousSecond: "Back one second, and pause",
  nextSecond: "On one second, and pause",
  firstFrame: "First frame",
  lastFrame: "Last frame",
  markStart: "Loop from here",
  markEnd: "Loop to here",
  clearMarks: "Clear the marks",
  loop: "Loop on or off",
  slower: "Slower",
  quicker: "Faster",
  offsetLess: "The right clip one frame earlier",
  offsetMore: "The right clip one frame later",
  sound: "Sound on or off",
  fullScreen: "Full screen",
  sheet: "This list",
};
