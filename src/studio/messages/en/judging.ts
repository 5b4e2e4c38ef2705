/** Messages for judging: verdicts, blind comparisons, checklists and the scoreboard. */
import { counted, formatDecimal, formatNumber, percentRange } from "./common.ts";

/** Isolated, because a right-to-left prompt may stand inside an English sentence. */
export const quoted = (prompt: string) => `“\u2068${prompt}\u2069”`;
export const modeAndTime = (mode: string, time: string) => `${mode}, ${time}`;

/* Blind comparison */
export const blindTitle = "Blind comparison";
export const blindIntro =
  "Names, prices and sound stay hidden until you have answered both questions.";
export const sideA = "A";
export const sideB = "B";
/** Label of one prompt if the two clips have different ones. */
export const promptOf = (side: string) => `Prompt ${side}`;
export const questions = {
  looks: "Which looks better?",
  follows: "Which follows the prompt better?",
  sound: "With sound, which is better?",
  better: "Which is better?",
} as const;
export const noDifference = "No difference";
/** Announced after an answer by keyboard, because the focus stays where it is. */
export const answeredBy = (question: string, name: string) => `${question} ${name}.`;
/** Shown beside the question that the keys answer. */
export const keysHint = "Keys: Q, N, E";
export const reveal = "Show which is which";
export const answerBoth =
  "Answer both questions first. Your answers are saved, so you can come back later.";
export const revealed = (left: string, right: string) => `A was ${left}, B was ${right}`;
export const yourAnswers = "Your answers";
export const soundRound = "Second round: with sound";
export const soundHint =
  "Use the control above to choose which clip you hear. Sound gives the modes away, so this question comes last.";
export const withoutSound = (name: string) => `${name} has no sound.`;
export const whyTitle = "Why";
export const startBlind = "Judge blind";
export const next = "Next blind comparison";
export const pairsRemaining = (count: number) =>
  counted(count, "pair left to judge blind.", "pairs left to judge blind.");
export const allJudged = "All your pairs are judged.";
export const openComparison = "Open the comparison";
export const missingTitle = "These clips can't be judged blind";
export const missingDetail =
  "Both must be finished clips in your library. The link may be incomplete, or the clips were made in another browser.";
export const nothingTitle = "No pairs to judge";
export const nothingDetail =
  "“Both modes” makes a Standard and a Pro clip of one prompt. You can judge each pair blind once, when both clips are finished.";
export const backToCompare = "Back to Compare";

/* Open judging */
export const judge = "Judge";
export const rating = (name: string) => `Rating of ${name}`;
export const stars = (count: number) => `${formatNumber(count)} of 5`;
export const noRating = "No rating";
export const noteOf = (name: string) => `Note on ${name}`;
export const onlyLibrary =
  "You can only judge clips in your library. Files from your computer aren't stored.";
export const blindAnswers = "Your blind answers";
export const blindFirst = "Judge these two blind";
export const blindFirstDetail =
  "Judge them before you know which is which: names, prices and sound stay hidden.";

/* Checklist */
export const checkList = "What the prompt asks for";
export const checkListHint =
  "Taken from the prompt. Edit anything that's wrong. Items you mark as met become suggested reasons.";
export const kinds = {
  subject: "Subject",
  action: "Action",
  camera: "Camera",
  line: "Spoken line",
  sound: "Sound",
  other: "Other",
} as const;
export const states = { open: "Not checked", met: "Met", "not-met": "Not met" } as const;
export const stateOf = (text: string, name: string) => `${text}: ${name}`;
export const addCheck = "Add";
export const newCheck = "New checklist item";
export const removeCheck = (text: string) => `Remove: ${text}`;
export const editCheck = (text: string) => `Edit: ${text}`;
export const noChecks = "Nothing to check was found in the prompt. Add your own items.";

/* Reasons */
export const reasons = "Reasons";
export const reasonsHint = "From the checklist. Choose what decided it.";
export const noReasons = "Mark checklist items as met to choose reasons from them.";
export const whyNote = "Why, in your own words";

/* Saving */
export const unsaved = (title: string) =>
  `Not saved yet: ${title}. Your answers stay on this page.`;
export const unread = (title: string) => `Couldn't load your earlier verdicts: ${title}.`;

/* Scoreboard */
export const scoreboard = "Blind scoreboard";
interface Headline {
  /** Comparisons that Pro won, of all. */
  pro: number;
  count: number;
  /** The 95 % confidence interval, from 0 to 1. */
  low: number;
  high: number;
  /** Cost of Pro divided by the cost of Standard; null if unknown. */
  times: number | null;
}
export function headline({ pro, count, low, high, times }: Headline): string {
  const comparisons = counted(count, "blind comparison", "blind comparisons");
  const interval = `95 % confidence interval: ${percentRange(low, high)}`;
  return times === null
    ? `You preferred Pro in ${formatNumber(pro)} of ${comparisons} (${interval}).`
    : `You preferred Pro in ${formatNumber(pro)} of ${comparisons} (${interval}), at ${formatDecimal(times, 1)} times the cost.`;
}
export const others = (std: number, same: number, question: string) =>
  `Standard: ${formatNumber(std)}. No difference: ${formatNumber(same)}. Question: “${question}”`;
export const tooEarly = (min: number) =>
  `Too early to tell: with fewer than ${formatNumber(min)} verdicts, this may be chance.`;
export const tally = (name: string, count: number) => `${name} ${formatNumber(count)}`;
export const interval = (low: number, high: number) =>
  `Pro's share, 95 % confidence interval: ${percentRange(low, high)}.`;
export const early = "Too early to tell.";
export const scoreHint =
  "Kirin doesn't support seeds, so every clip is a random sample: two takes of one mode can differ as much as Standard and Pro. Ties are included.";

/* Library */
export const chosenOver = (name: string) => `Chosen over ${name}`;
export const chosenOverMany = (count: number) => `Chosen over ${counted(count, "other", "others")}`;
export const chosenOverUnknown = "Chosen over another clip";
