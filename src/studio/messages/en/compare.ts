/** Messages for the Compare screen around the stage: the two sides, the clip chooser and the panels. */
import { counted } from "./common.ts";

export const title = "Compare";
export const region = "Comparison";
/** Names of clips that neither a mode nor a file name distinguishes. */
export const left = "Left clip";
export const right = "Right clip";
export const open = "Open clip page";

export const places = { left: "Left:", right: "Right:" } as const;
export const choose = { left: "Choose the left clip", right: "Choose the right clip" } as const;
export const chooseAnother = "Choose another clip";
export const nothingChosen = "Choose a clip";
export const fromFile = "From a file";
export const swap = "Swap sides";
export const swapped = (left: string, right: string) => `Left: ${left}. Right: ${right}.`;
export const judgeBlind = "Judge blind";
export const allTakes = "All takes";
export const copyLink = "Copy link";
export const linkCopied = "Link copied";
export const linkNotCopied = "Couldn't copy the link. Copy it from the address bar.";
export const filesInLink =
  "Link copied. It doesn't contain your file; anyone who opens it has to choose the file.";

export const search = "Search your clips";
export const finished = (count: number) => counted(count, "clip", "clips");
export const noneFound = "No clip matches your search.";
export const noneYet = "There are no finished clips in your library yet.";
export const chooseFile = "Choose a file";
export const chooseFileHint = "Or use a video file from your computer. It stays on this device.";
export const shownHere = "On this side";
export const shownThere = "On the other side";

export const dropHere = "Drop the file here";
export const notAVideo = (name: string) =>
  `“${name}” isn't a video file. Choose an MP4, MOV, WebM or MKV file.`;

export const openingBoth = "Opening both clips";
export const opening = (name: string) => `Opening ${name}`;
export const ready = "Ready. Waiting for the other clip.";
export const emptySide = "No clip on this side yet";
export const emptySideDetail = "Choose one from your library, or drop a video file here.";
export const missingSide = "This clip isn't in your library";
export const missingSideDetail =
  "The link may be incomplete, or the clip was made in another browser.";
export const fileGone = "A file from your computer goes here";
export const fileGoneDetail =
  "Choose it, or drop it here. Files aren't stored, so choose them again after a reload.";
export const failures = {
  "not-a-clip": {
    title: "There is no video in this file",
    detail: "Choose a file that contains video.",
  },
  "no-decoder": {
    title: "This browser can't decode the clip frame by frame",
    detail:
      "Comparing needs WebCodecs and a decoder for the clip's format. Use a current version of Chrome, Edge, Firefox or Safari.",
    ofLibrary: "The clip may still play on its own page.",
  },
  unreadable: {
    title: "The clip is damaged",
    detail: "The file is incomplete or can't be read.",
    ofLibrary: "Downloading it again may help.",
  },
  "too-long": {
    title: "This video is too long to compare",
    detail: "Choose a video of up to 2 minutes and 256 MB.",
  },
} as const;

export const panels = "Details";
export const panelNames = {
  facts: "Facts",
  judge: "Judge",
  measures: "Measures",
  export: "Export",
} as const;

export const togglePanel = (isOpen: boolean) => (isOpen ? "Hide details" : "Show details");

export const needsBoth = "Available when both clips are ready.";

export const pairs = "Pairs";
export const allPairs = "All pairs";
export const standingOf = (mode: string, standing: string) => `${mode} ${standing}`;
export const notJudged = "Not judged";
/** The verdict on a pair; `name` is the preferred mode, null for no difference. */
export const verdict = (name: string | null, isBlind: boolean) => {
  const said = name === null ? "No difference" : `${name} preferred`;
  return isBlind ? `${said} (blind)` : said;
};
export const emptyTitle = "Nothing to compare yet";
export const emptyDetail =
  "“Both modes” renders one prompt as Standard and as Pro. Both clips then play here side by side, with the cost of each. You can also compare two files from your computer.";
export const chooseTitle = "Choose what to compare";
export const chooseDetail = "Pick a pair, any two clips, or two video files from your computer.";
export const chooseClips = "Choose two clips";
export const compareFiles = "Compare two files";
