/** UI text of the transport, passed in by the caller, because components in `ui` have no text of their own. */
export interface PlaybackLabels {
  play: string;
  pause: string;
  previousFrame: string;
  nextFrame: string;
  position: string;
  speed: string;
  loop: string;
  mute: string;
  unmute: string;
  volume: string;
  saveFrame: string;
  enterFullScreen: string;
  leaveFullScreen: string;
  /** Such as "1.5×". */
  speedOf: (speed: number) => string;
  /** Such as "Frame 12 of 120"; counts from 1. */
  frame: (number: number, count: number) => string;
  /** The slider's value text: time and frame. */
  positionText: (time: string, frame: number, count: number) => string;
}

/** "0:04.25": minutes, seconds and hundredths, with fixed-width seconds. */
export function formatClock(seconds: number): string {
  const hundredths = Math.floor(seconds * 100 + 1e-6);
  const minutes = Math.floor(hundredths / 6000);
  const rest = String(hundredths % 6000).padStart(4, "0");
  return `${minutes}:${rest.slice(0, 2)}.${rest.slice(2)}`;
}
