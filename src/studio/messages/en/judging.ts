/** Words of judging: verdicts, blind comparisons, check-lists and the scoreboard. */

/** Isolated, since a prompt may run from right to left inside an English sentence. */
export const quoted = (prompt: string) => `“\u2068${prompt}\u2069”`;
export const ofMoment = (mode: string, moment: string) => `${mode} of ${moment}`;

/* Blind comparison */
export const blindTitle = "Blind comparison";
export const blindIntro =
  "Which clip is which, what it cost and how it sounds stay hidden until you have answered both questions.";
export const sideA = "A";
export const sideB = "B";
export const prompt = "Prompt";
export const questions = {
  looks: "Which looks better?",
  follows: "Which follows the prompt better?",
  sound: "With sound, which is better?",
  better: "Which is better?",
} as const;
export const noDifference = "No difference";
/** Said after a key has answered: nothing else tells it then. */
export const answeredBy = (question: string, name: string) => `${question} ${name}.`;
/** What the keys are for, where the question takes them. */
export const keysHint = "Keys: Q, N, E";
export const reveal = "Show which is which";
export const answerBoth =
  "Answer both questions first. Your answers are kept, so you can come back.";
export const wasOf = (label: string, name: string) => `${label} was ${name}`;
export const yourAnswers = "Your answers";
export const soundRound = "Second round: with sound";
export const soundHint =
  "Choose above whose sound you hear. Sound tells the modes apart, so it comes after the blind questions.";
export const withoutSound = (name: string) => `${name} has no sound.`;
export const whyTitle = "Why";
export const startBlind = "Judge blind";
export const next = "Next blind comparison";
export const left = (count: number) =>
  count === 1
    ? "1 pair is waiting to be judged blind."
    : `${count} pairs are waiting to be judged blind.`;
export const allJudged = "All your pairs are judged.";
export const openComparison = "Open the comparison";
export const missingTitle = "These two cannot be judged blind";
export const missingDetail =
  "Both have to be finished clips of this library. The address may be incomplete, or they were made in another browser.";
export const nothingTitle = "No pair is waiting";
export const nothingDetail =
  "“Generate both” makes a Standard and a Pro clip of one prompt. Each such pair can be judged blind once, when both clips are finished.";
export const goToCreate = "Go to Create";
export const backToCompare = "Back to Compare";
export const loading = "Reading your library";

/* Open judging */
export const judge = "Judge";
export const rating = (name: string) => `Rating of ${name}`;
export const stars = (count: number) => (count === 1 ? "1 of 5" : `${count} of 5`);
export const noRating = "No rating";
export const noteOf = (name: string) => `Note on ${name}`;
export const onlyLibrary =
  "Only clips of your library can be judged. A file from your disk has no place to keep it.";
export const blindAnswers = "Blind, you said";
export const blindFirst = "Judge these two blind";
export const blindFirstDetail = "Without names, price and sound, before you know which is which.";

/* Check-list */
export const checkList = "What the prompt asked for";
export const checkListHint =
  "Drawn from the prompt: correct it where it is wrong. What you tick is offered as a reason.";
export const kinds = {
  subject: "Subject",
  action: "Action",
  camera: "Camera",
  line: "Spoken line",
  sound: "Sound",
  other: "Also",
} as const;
export const states = { open: "Not looked at", met: "Met", "not-met": "Not met" } as const;
export const stateOf = (text: string, name: string) => `${text}: ${name}`;
export const addCheck = "Add";
export const newCheck = "Something else it asked for";
export const removeCheck = (text: string) => `Remove: ${text}`;
export const editCheck = (text: string) => `Edit: ${text}`;
export const noChecks = "The prompt names nothing that could be ticked off. Add what you look for.";

/* Reasons */
export const reasons = "Reasons";
export const reasonsHint = "From the check-list; choose what decided it.";
export const noReasons = "Tick the check-list, and what was met becomes a reason to choose from.";
export const whyNote = "Why, in your own words";

/* Saving */
export const unsaved = (title: string) =>
  `Not saved yet: ${title}. What you said stays on this page.`;
export const unread = (title: string) => `What you judged before could not be read: ${title}.`;

/* Scoreboard */
export const scoreboard = "Blind scoreboard";
export const headline = (
  pro: number,
  count: number,
  low: number,
  high: number,
  times: string | null,
) => {
  const clips = count === 1 ? "1 blind comparison" : `${count} blind comparisons`;
  const cost = times === null ? "" : `, at ${times} times the cost`;
  return `You preferred Pro in ${pro} of ${clips} (95 % interval ${low} to ${high} %)${cost}.`;
};
export const others = (std: number, same: number, question: string) =>
  `Standard in ${std}; no difference in ${same}. This counts “${question}”`;
export const tooEarly = (min: number) =>
  `Too early to tell: below ${min} verdicts, luck can say anything.`;
export const tally = (name: string, count: number) => `${name} ${count}`;
export const interval = (low: number, high: number) =>
  `Pro’s share, 95 % interval: ${low} to ${high} %.`;
export const early = "Too early to tell.";
export const scoreHint =
  "Each press of “Generate both” is one draw of luck: takes differ as much as modes do. Ties count.";

/* Library */
export const chosenOver = (name: string) => `Chosen over ${name}`;
export const chosenOverMany = (count: number) => `Chosen over ${count} others`;
export const otherClip = "another clip";
