/** Words of the comparison: what stands on its sides, and what is around it. */
import { counted } from "./common.ts";

export const title = "Compare";
export const region = "Comparison";
export const loading = "Reading your library";
export const left = "The left one";
export const right = "The right one";
export const open = "Open on its own page";

export const places = { left: "Left:", right: "Right:" } as const;
export const choose = { left: "Choose the left clip", right: "Choose the right clip" } as const;
export const chooseAnother = "Choose another clip";
export const nothingChosen = "Choose a clip";
export const fromFile = "From a file";
export const swap = "Change the sides over";
export const swapped = (left: string, right: string) => `Left is ${left}, right is ${right}`;
export const judgeBlind = "Judge blind";
export const allTakes = "All takes";
export const copyLink = "Copy link";
export const linkCopied = "Link copied";
export const linkNotCopied =
  "The browser did not let the link be copied. It is in the address bar.";
export const filesInLink =
  "A file of your disk is not in a link. Whoever opens it is asked for the file.";

export const search = "Search your clips";
export const finished = (count: number) => counted(count, "clip", "clips");
export const noneFound = "No clip has these words in its prompt.";
export const noneYet = "There is no finished clip in your library yet.";
export const chooseFile = "Choose a file";
export const chooseFileHint = "Or take a film from your disk. It stays on this device.";
export const shownHere = "Shown here";
export const shownThere = "On the other side";

export const dropHere = "Drop the file here";
export const notAFilm = (name: string) =>
  `“${name}” is no film. Choose an MP4, MOV, WebM or MKV file.`;

export const openingBoth = "Opening both clips";
export const opening = (name: string) => `Opening ${name}`;
export const ready = "Ready. The other side is not there yet.";
export const emptySide = "No clip on this side yet";
export const emptySideDetail = "Choose one from your library, or drop a file here.";
export const missingSide = "This clip is not in your library";
export const missingSideDetail =
  "The address may be incomplete, or it was made in another browser.";
export const fileGone = "A file of your disk belongs here";
export const fileGoneDetail =
  "Choose it, or drop it here. The studio keeps no files: after a reload it asks again.";
export const failures = {
  "not-a-clip": {
    title: "There is no film in this file",
    detail: "It holds no picture that could be compared.",
  },
  "no-decoder": {
    title: "This browser cannot take the clip apart frame by frame",
    detail:
      "Comparing needs WebCodecs and a decoder for the clip’s format, as current Chrome, Edge, Firefox and Safari have them.",
    ofLibrary: "It may still play on its own page.",
  },
  unreadable: {
    title: "The clip is damaged",
    detail: "Its file breaks off or cannot be read.",
    ofLibrary: "Fetching it again may help.",
  },
  "too-long": {
    title: "This film is too long to compare",
    detail: "Every frame is held ready here: choose a clip of up to 2 minutes and 256 MB.",
  },
} as const;

export const panels = "Details";
export const panelNames = {
  facts: "Facts",
  judge: "Judge",
  measures: "Measures",
  export: "Export",
} as const;

export const needsBoth = "This needs both clips, and comes when they are there.";

export const pairs = "Pairs";
export const emptyTitle = "Nothing to compare yet";
export const emptyDetail =
  "“Generate both” sends one prompt as Standard and as Pro. The two clips then play here side by side, with what each one cost. Two films of your disk can be compared, too.";
export const compareFiles = "Compare two files";
export const goToCreate = "Go to Create";
