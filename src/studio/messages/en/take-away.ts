/** Words of what is taken away from a comparison: on the panel, and on the pictures themselves. */

interface Names {
  left: string;
  right: string;
}

/** In the bar below the pictures. */
export const moment = (seconds: string, left: number, right: number) =>
  left === right ? `${seconds} s · frame ${left}` : `${seconds} s · frames ${left} and ${right}`;
export const aboveDivider = (name: string) => `${name} (above)`;
export const belowDivider = (name: string) => `${name} (below)`;
export const overlaid = ({ left, right }: Names, percent: number) =>
  `${right} ${percent} % over ${left}`;
export const difference = ({ left, right }: Names, gain: number) => `${left} − ${right} · ${gain}×`;
export const seconds = (time: string) => `${time} s`;

export const actions = { still: "Still", sheet: "Contact sheet", film: "Film" };
/** In names of files. */
export const fileParts = {
  still: (frame: number) => `frame-${frame}`,
  sheet: "contact-sheet",
  film: "comparison",
};

export const stillText =
  "This moment as it is shown, at full size, with names and time. A PNG picture.";
export const stillOfBlink = "A picture cannot blink: both are put side by side.";
export const saveStill = "Save still";

export const sheetText = (moments: number) =>
  `Both clips at ${moments} moments, one row each, with names and times. A PNG picture.`;
export const moments = "Moments";
export const saveSheet = "Save contact sheet";

export const filmText =
  "Both clips in one MP4, with names and time. It is made in this browser: nothing is uploaded.";
export const arrangement = "Arrangement";
export const arrangements = { side: "Side by side", wipe: "Wipe" };
export const wipeNote = "The divider stays where it stands now.";
export const sound = "Sound";
export const soundNone = "None";
export const silent = "Neither clip has sound.";
export const filmFacts = (width: number, height: number, frameRate: number, time: string) =>
  `${width} × ${height} · ${Number(frameRate.toFixed(2))} frames a second · ${time} s`;
export const saveFilm = "Make film";

export const stretch = "Stretch";
export const stretches = { whole: "Whole", region: "A to B" };

export const working = { sheet: "Making the contact sheet", film: "Making the film" };
export const percent = (part: number) => `${Math.floor(part * 100)} %`;
export const cancel = "Cancel";
export const cancelled = "Cancelled. Nothing was saved.";
export const givenUp = "You left the comparison: what was being made of it was not saved.";
export const saved = (fileName: string, size: string) => `${fileName} is ready, ${size}.`;
export const saveAgain = "Save again";
export const madeSmaller = (width: number, height: number) =>
  `This browser encodes no larger films: this one is ${width} × ${height}.`;
export const otherCodec =
  "This browser cannot encode H.264. The film is VP9, which some players do not play.";
export const soundLeftOut = "An MP4 cannot hold this sound. The film is silent.";

export const failed = {
  "no-encoder": "This browser cannot make a film of this size. Chrome and Edge can.",
  failed: "This browser stopped in the middle. Nothing was saved.",
};
export const tryAgain = "Try again";
