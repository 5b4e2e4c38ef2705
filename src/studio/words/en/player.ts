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
  expired: {
    title: "This clip is no longer kept",
    detail:
      "Kirin keeps a clip for a limited time. Its cost and settings stay here, so you can generate it again.",
  },
  notVideo: {
    title: "What came is not a video",
    detail: "Kirin's address for this clip answered with something else.",
  },
  unreadable: {
    title: "This browser cannot play the clip",
    detail: "You can still download it and play it elsewhere.",
  },
  unavailable: {
    title: "The clip did not come",
    detail: "Kirin has finished it, but its file could not be fetched.",
  },
};
