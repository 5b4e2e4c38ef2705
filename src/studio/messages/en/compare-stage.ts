/** Messages for the comparison stage: views, view options, zoom and descriptions of the picture. */
import { counted, formatNumber, percent, seconds } from "./common.ts";

interface Names {
  left: string;
  right: string;
}

export const blindNames = { left: "A", right: "B" } as const;

export const viewChoice = "View";
export const views = {
  side: "Side by side",
  wipe: "Wipe",
  overlay: "Overlay",
  blink: "Blink",
  difference: "Difference",
} as const;

/** Accessible names of the picture in each view. */
export const pictures = {
  side: ({ left, right }: Names) => `${left} and ${right}, side by side`,
  wipe: ({ left, right }: Names, part: number, isHorizontal: boolean) =>
    isHorizontal
      ? `${left} above and ${right} below a divider at ${percent(part)} of the height`
      : `${left} on the left and ${right} on the right of a divider at ${percent(part)} of the width`,
  overlay: ({ left, right }: Names, part: number) =>
    `${right} over ${left}, ${percent(part)} opaque`,
  blink: ({ left, right }: Names, periodMs: number | null) =>
    periodMs === null
      ? `${left}; hold to see ${right}`
      : `${left} and ${right} alternating every ${formatNumber(periodMs)} ms`,
  difference: ({ left, right }: Names, gain: number, isLumaOnly: boolean) =>
    isLumaOnly
      ? `Brightness difference between ${left} and ${right}, amplified ${formatNumber(gain)}×`
      : `Difference between ${left} and ${right}, amplified ${formatNumber(gain)}×`,
};
export const zoomed = (picture: string, zoom: string) => `${picture}. ${zoom}.`;

/** Captions of views that show both clips in one picture. */
export const overlayCaption = ({ left, right }: Names, part: number) =>
  `${left} ${percent(1 - part)} · ${right} ${percent(part)}`;
export const differenceCaption = ({ left, right }: Names, gain: number) =>
  `Difference between ${left} and ${right} · ${formatNumber(gain)}× · black where they match`;

export const divider = "Divider";
export const dividerAt = (name: string, part: number) => `${name} ${percent(part)}`;
export const dividerDirection = "Divider orientation";
export const vertical = "Vertical";
export const horizontal = "Horizontal";

export const opacity = "Opacity";
export const opacityOf = (name: string, part: number) => `${name} ${percent(part)}`;

/** Opens the settings of the view and the zoom on a narrow screen. */
export const viewSettings = "View settings";

export const blinkPeriod = "Switch";
export const everyMs = (ms: number) => `Every ${formatNumber(ms)} ms`;
export const everySeconds = seconds;
export const onlyHeld = "Only while held";
export const held = "Hold";
export const holdToSee = (name: string) => `Hold to see ${name}`;

export const gain = "Amplify";
export const times = (gain: number) => `${formatNumber(gain)}×`;
export const differenceOf = "Difference in";
export const colours = "Colour";
export const brightness = "Brightness";

export const zoomTools = "Zoom";
export const zoomIn = "Zoom in";
export const zoomOut = "Zoom out";
export const fit = "Fit";
export const fitWhole = "Fit the whole picture";
export const oneToOne = "1:1";
export const pixelForPixel = "Actual size";
export const zoomedTo = (scale: number) => `Zoom ${percent(scale)}`;
export const fitted = (scale: number) => `Whole picture, ${percent(scale)}`;

export const loupe = "Loupe";
export const loupeOn = "Loupe on";
export const loupeOff = "Loupe off";
export const pixelAt = (x: number, y: number) => `x ${x}, y ${y}`;
export const besidePicture = "outside the picture";

/** A damaged part of a clip, with its times and frames. Frames count from 1. */
export const damaged = (name: string, at: DamagedRange) =>
  at.isToEnd
    ? `${name} is damaged and stops at ${at.fromS} s (frame ${at.first}).`
    : at.first === at.last
      ? `${name} is damaged from ${at.fromS} s to ${at.toS} s (frame ${at.first}).`
      : `${name} is damaged from ${at.fromS} s to ${at.toS} s (frames ${at.first}–${at.last}).`;
/** For several damaged parts. The strip marks each of them. */
export const damagedInPlaces = (name: string, places: number) =>
  `${name} is damaged in ${counted(places, "place", "places")}.`;
export const damagedStandIn = "The nearest intact frame is shown instead.";
/** The name of the damaged clip in a blind comparison, which must not reveal which clip it is. */
export const oneClip = "One clip";
interface DamagedRange {
  fromS: string;
  toS: string;
  first: number;
  last: number;
  isToEnd: boolean;
}

export const failed = (name: string) =>
  `This browser stopped decoding ${name}. Reload the page to try again.`;

/** How a clip is fitted into the frame that both clips share. */
export const fittedTitle = "How the clips are fitted";
export const shownAsIs = (name: string, own: string, hasBars: boolean) =>
  hasBars ? `${name} is ${own}, with black bars.` : `${name} is ${own}.`;
export const shownAt = (name: string, own: string, shown: string) =>
  `${name} is ${own}, shown at ${shown}.`;
export const shownAtWithBars = (name: string, own: string, shown: string) =>
  `${name} is ${own}, shown at ${shown} with black bars.`;
export const bothShownAt = (shown: string) => `Both are shown at ${shown}.`;
export const size = (width: number, height: number) => `${width} × ${height}`;

export const shortcuts = {
  ...views,
  zoomIn,
  zoomOut,
  fit: fitWhole,
  oneToOne: pixelForPixel,
  up: "Pan up",
  left: "Pan left",
  down: "Pan down",
  right: "Pan right",
  hold: "Hold to see the other clip (Blink)",
  turnDivider: "Rotate the divider (Wipe)",
  loupe,
};
