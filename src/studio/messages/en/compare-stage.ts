/** Words of the comparison's stage: its views, its tools, what is to be seen. */
import { percent } from "./common.ts";

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

/** What the picture is, for those who do not see it. */
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
      ? `${left}, and ${right} while it is held`
      : `${left} and ${right} in turn, ${periodMs} ms each`,
  difference: ({ left, right }: Names, gain: number, isLumaOnly: boolean) =>
    `What differs between ${left} and ${right}${isLumaOnly ? " in brightness" : ""}, ${gain}×`,
};
export const zoomed = (picture: string, zoom: string) => `${picture}. ${zoom}.`;

/** Captions on the picture, where no side has a place of its own. */
export const overlayCaption = ({ left, right }: Names, part: number) =>
  `${left} ${percent(1 - part)} · ${right} ${percent(part)}`;
export const differenceCaption = ({ left, right }: Names, gain: number) =>
  `${left} and ${right} differ · ${gain}× · black where they do not`;

export const divider = "Divider";
export const dividerAt = (name: string, part: number) => `${name} ${percent(part)}`;
export const dividerDirection = "Divider stands or lies";
export const upright = "Upright";
export const lying = "Lying";

export const opacity = "Opacity";
export const opacityOf = (name: string, part: number) => `${name} ${percent(part)}`;

export const blinkPeriod = "Change sides";
export const everyMs = (ms: number) => `${ms} ms`;
export const everySeconds = (seconds: number) => `${seconds} s`;
export const onlyHeld = "Only while held";
export const held = "Held";
export const holdToSee = (name: string) => `Hold to see ${name}`;

export const gain = "Amplify";
export const times = (gain: number) => `${gain}×`;
export const differenceOf = "Difference of";
export const colours = "Colours";
export const brightness = "Brightness";

export const zoomTools = "Zoom";
export const zoomIn = "Zoom in";
export const zoomOut = "Zoom out";
export const fit = "Fit";
export const fitWhole = "Fit the whole picture";
export const oneToOne = "1:1";
export const pixelForPixel = "One pixel for one pixel";
export const zoomedTo = (scale: number) => `Zoom ${percent(scale)}`;
export const fitted = (scale: number) => `Whole picture, ${percent(scale)}`;

export const loupe = "Loupe";
export const loupeOn = "Loupe on";
export const loupeOff = "Loupe off";
export const pixelAt = (x: number, y: number) => `x ${x}, y ${y}`;
export const besidePicture = "beside the picture";

/** A damaged part of a clip: where it stops, and where it goes on. Frames count from 1. */
export const damaged = (name: string, at: DamagedWhere) =>
  at.isToEnd
    ? `${name} is damaged and stops at ${at.fromS} s (frame ${at.first}).`
    : `${name} is damaged from ${at.fromS} s to ${at.toS} s (${framesOf(at)}).`;
const framesOf = ({ first, last }: DamagedWhere) =>
  first === last ? `frame ${first}` : `frames ${first}–${last}`;
/** More places than can be read in a moment; the strip marks them. */
export const damagedInPlaces = (name: string, places: number) =>
  `${name} is damaged in ${places} places.`;
export const damagedStandIn = "A good frame next to the damage is shown instead.";
/** In a blind comparison, where damage must not give away which clip is which. */
export const oneClip = "One clip";
interface DamagedWhere {
  fromS: string;
  toS: string;
  first: number;
  last: number;
  isToEnd: boolean;
}

export const failed = (name: string) =>
  `This browser stopped decoding ${name}. Reload the page to try again.`;

/** What was done to bring two sizes into one frame. */
export const shownAt = (name: string, own: string, shown: string) =>
  `${name} is ${own}, shown at ${shown}`;
export const shownAsIs = (name: string, own: string) => `${name} is ${own}`;
export const withBars = (sentence: string) => `${sentence}, between black bars`;
export const bothShownAt = (shown: string) => `Both are shown at ${shown}.`;
export const size = (width: number, height: number) => `${width} × ${height}`;

export const shortcuts = {
  side: "Side by side",
  wipe: "Wipe",
  overlay: "Overlay",
  blink: "Blink",
  difference: "Difference",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit the whole picture",
  oneToOne: "One pixel for one pixel",
  up: "Move up in the picture",
  left: "Move left in the picture",
  down: "Move down in the picture",
  right: "Move right in the picture",
  hold: "See the other side while it is held, in Blink",
  turnDivider: "Turn the divider, in Wipe",
  loupe: "Loupe",
};
