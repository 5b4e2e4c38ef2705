/** The player's words; the transport's are shared with the comparison. */

export const region = "Player";
export const clipChoice = "Clip";
export const clipName = (number: number) => `Clip ${number}`;
export const picture = (prompt: string) => `Clip: ${prompt}`;

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
  enterFullScreen: "Full screen",
  leaveFullScreen: "Leave full screen",
  speedOf: (speed: number) => `${speed}×`,
  frame: (number: number, count: number) => `Frame ${number} of ${count}`,
  positionText: (time: string, frame: number, count: number) =>
    `${time}, frame ${frame} of ${count}`,
};

export const tryAgain = "Try again";
export const failures = {
  offline: {
    title: "You are offline",
    detail: "The clip will play when the connection is back.",
  },
  network: {
    title: "The clip stopped coming",
    detail: "The connection broke off on the way. The clip itself is not harmed.",
  },
  doubtful: {
    title: "The clip can't be fetched right now",
    detail: "Kirin says that it doesn't have the file. The studio asks again to be sure.",
  },
  unreadable: {
    title: "This browser cannot play the clip",
    detail: "You can still download it and play it elsewhere.",
  },
};
