/** Messages for the player. */
import { formatNumber, percent } from "./common.ts";

export const region = "Player";
export const clipChoice = "Clip";
export const clipName = (number: number) => `Clip ${formatNumber(number)}`;
export const picture = (prompt: string) => `Clip: ${prompt}`;

export const loading = {
  label: "Loading the clip",
  /** Rounds down, so that 100 % means all of it. */
  progress: (part: number) => `Loading the clip: ${percent(Math.floor(part * 100) / 100)}`,
};

export const transportLabels = {
  play: "Play",
  pause: "Pause",
  previousFrame: "Previous frame",
  nextFrame: "Next frame",
  position: "Position",
  speed: "Speed",
  loop: "Loop",
  mute: "Mute",
  unmute: "Unmute",
  volume: "Volume",
  saveFrame: "Save frame",
  enterFullScreen: "Full screen",
  leaveFullScreen: "Exit full screen",
  speedOf: (speed: number) => `${formatNumber(speed)}×`,
  frame: (number: number, count: number) =>
    `Frame ${formatNumber(number)} of ${formatNumber(count)}`,
  positionText: (time: string, frame: number, count: number) =>
    `${time}, frame ${formatNumber(frame)} of ${formatNumber(count)}`,
};

/** What the keys do, on the shortcut sheet. */
export const does = {
  toggle: "Play or pause",
  previousFrame: "Back one frame",
  nextFrame: "Forward one frame",
  back: "Back one second",
  forward: "Forward one second",
  firstFrame: "First frame",
  lastFrame: "Last frame",
  mute: "Sound on or off",
  fullScreen: "Full screen on or off",
};

export const failures = {
  offline: {
    title: "You're offline",
    detail: "The clip plays when you're back online.",
  },
  network: {
    title: "The download was interrupted",
    detail: "The connection failed while the clip was loading. The clip itself is safe.",
  },
  unconfirmed: {
    title: "The clip can't be loaded right now",
    detail: "Kirin reports that the file is missing. The studio checks again to be sure.",
  },
  unreadable: {
    title: "This browser can't play the clip",
    detail: "You can download it and play it in another app.",
  },
};
