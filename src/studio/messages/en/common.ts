/** Messages and formats that several screens share. */
import { createFormat } from "../create-format.ts";

const format = createFormat("en");
export const { formatNumber, formatDecimal, formatDollars, formatList, plural } = format;

export const modes = { std: "Standard", pro: "Pro" } as const;
export const takeName = (mode: string, number: number) => `${mode}, take ${formatNumber(number)}`;
export const sound = "Sound";
export const watermark = "Watermark";
export const prompt = "Prompt";
export const negativePrompt = "Negative prompt";
export const mode = "Mode";
export const aspectRatio = "Aspect ratio";
export const duration = "Duration";
export const callbackUrl = "Callback URL";
export const cost = "Cost";
export const usage = "Usage";
export const notReported = "Not reported";

/** A count and its noun: "1 clip", "12 clips". */
export const counted = (count: number, one: string, other: string) =>
  plural(count, { one: (text) => `${text} ${one}`, other: (text) => `${text} ${other}` });
/** 0 to 1, as whole percent. */
export const percent = (part: number) => `${formatDecimal(part * 100, 0)} %`;
export const percentRange = (low: number, high: number) => `${percent(low)} to ${percent(high)}`;
export const seconds = (count: number) => `${formatNumber(count)} s`;
export const secondsRange = (low: number, high: number) =>
  `${formatNumber(low)} to ${formatNumber(high)} s`;
export const minutes = (count: number, remainingSeconds: number) =>
  `${formatNumber(count)} min ${format.formatTwoDigits(remainingSeconds)} s`;
export const hours = (count: number, remainingMinutes: number) =>
  `${formatNumber(count)} h ${format.formatTwoDigits(remainingMinutes)} min`;
export const range = (low: string, high: string) => `${low} to ${high}`;

/** A title, which has no final period, as a sentence. */
export const sentence = (title: string) => `${title}.`;
/** Whole sentences in one paragraph, without those that are null. */
export const paragraph = (...sentences: readonly (string | null)[]) =>
  sentences.filter((each) => each !== null).join(" ");

export const tryAgain = "Try again";
export const cancel = "Cancel";
export const close = "Close";
export const useSettings = "Reuse everything";
export const comparePair = "Compare the pair";
export const goToCreate = "Go to Create";
export const createClip = "Create a clip";
export const loadingLibrary = "Loading your library";
