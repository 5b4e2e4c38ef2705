/** Messages for the Export panel, and for the pictures and videos that it makes. */
import { formatDecimal, formatNumber, plural } from "./common.ts";

interface Names {
  left: string;
  right: string;
}

/** The time and the frame numbers, in the bar below the pictures. */
export const frameLabel = (seconds: string, left: number, right: number) =>
  left === right
    ? `${seconds} s · frame ${formatNumber(left)}`
    : `${seconds} s · frames ${formatNumber(left)} and ${formatNumber(right)}`;
export const aboveDivider = (name: string) => `${name} (above)`;
export const belowDivider = (name: string) => `${name} (below)`;
export const overlaid = ({ left, right }: Names, percent: number) =>
  `${right} ${formatNumber(percent)} % over ${left}`;
export const difference = ({ left, right }: Names, gain: number) =>
  `${left} − ${right} · ${formatNumber(gain)}×`;
export const seconds = (time: string) => `${time} s`;

export const actions = { still: "Still", sheet: "Contact sheet", video: "Video" };
/** Parts of file names: not translated, and only characters that every file system accepts. */
export const fileParts = {
  still: (frame: number) => `frame-${frame}`,
  sheet: "contact-sheet",
  video: "comparison",
};

export const stillText =
  "The current frame in the current view, at full size, with names and time. PNG.";
export const stillOfBlink = "A still can't blink. It shows both clips side by side.";
export const saveStill = "Export still";

export const sheetText = (frames: number) =>
  `${formatNumber(frames)} frames of each clip, one row per clip, with names and times. PNG.`;
export const frames = "Frames";
export const saveSheet = "Export contact sheet";

export const videoText =
  "Both clips in one MP4, with names and time. Made in this browser; nothing is uploaded.";
export const arrangement = "Layout";
export const arrangements = { side: "Side by side", wipe: "Wipe" };
export const wipeNote = "The divider stays where it is now.";
export const soundNone = "None";
export const silent = "Neither clip has sound.";
interface VideoFacts {
  width: number;
  height: number;
  frameRate: number;
  seconds: number;
}
export const videoFacts = ({ width, height, frameRate, seconds }: VideoFacts) =>
  `${width} × ${height} · ${formatNumber(frameRate)} fps · ${formatDecimal(seconds, 2)} s`;
export const saveVideo = "Export video";

export const range = "Range";
export const ranges = { whole: "Whole clip", region: "A to B" };

export const working = {
  still: "Exporting the frame",
  sheet: "Exporting the contact sheet",
  video: "Exporting the video",
};
/** Rounds down: 100 % only when the work is done. */
export const workingAt = (action: keyof typeof working, part: number) =>
  `${working[action]}, ${formatDecimal(Math.floor(part * 100), 0)} %`;
export const cancelled = "Cancelled. Nothing was saved.";
export const cancelledByLeaving = "Export cancelled because you left the comparison.";
export const saved = (fileName: string, size: string) => `${fileName} is ready, ${size}.`;
export const saveAgain = "Save again";
export const reduced = (width: number, height: number) =>
  `Reduced to ${width} × ${height}, the largest size this browser can encode.`;
export const otherCodec =
  "This browser can't encode H.264. The video uses VP9, which some players can't play.";
/** The number of damaged frames in the exported file. */
export const damagedFrames = (frames: number) =>
  plural(frames, {
    one: "One frame is damaged. The nearest intact frame is used instead.",
    other: (count) => `${count} frames are damaged. The nearest intact frames are used instead.`,
  });
export const soundLeftOut = "The video has no sound: MP4 can't hold the sound of this clip.";

export const failed = {
  "no-encoder":
    "This browser can't encode a video of this size. Use a current version of Chrome or Edge to export it.",
  failed: "The export stopped unexpectedly. Nothing was saved.",
};
