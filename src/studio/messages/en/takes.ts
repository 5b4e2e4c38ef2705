/** Messages for takes: several clips of each mode from one press. */
import { formatNumber } from "./common.ts";

export const title = "Takes";
/** For one clip, if its other takes are not shown. */
export const takeOf = (number: number, count: number) =>
  `Take ${formatNumber(number)} of ${formatNumber(count)}`;
export const allTakes = "All takes";
export const allTakesOf = (prompt: string) => `All takes: ${prompt}`;
export const missingTitle = "These takes aren't in your library";
export const missingDetail =
  "The link may be incomplete, or the takes were made in another browser.";
export const goToLibrary = "Go to Library";

export const sheet = "All takes in sync";
export const pick = (name: string) => `Pick ${name} to compare`;
export const detailsOf = (name: string) => `Details of ${name}`;
export const details = "Details";
export const notOpened = {
  unread: "Couldn't read the clip.",
  "not-a-clip": "This isn't a video file.",
  "no-decoder": "This browser can't decode the clip.",
  "too-long": "The clip is too long to compare.",
  unreadable: "The clip is damaged.",
} as const;

export const pickHint = "Pick two takes to compare them.";
export const pickOneMore = (name: string) => `${name} is picked. Pick one more.`;
export const picked = (one: string, other: string) => `${one} and ${other}`;
export const compare = "Compare these two";
export const clearPick = "Clear selection";

export const ranking = "Your ranking";
export const rankingHint = "Drag the takes into order, best first, or rank them blind.";
export const ordinal = (rank: number, isTied: boolean) =>
  isTied ? `${formatNumber(rank)}=` : formatNumber(rank);
export const place = (rank: number, isTied: boolean) =>
  isTied ? `Tied for rank ${formatNumber(rank)}` : `Rank ${formatNumber(rank)}`;
export const unranked = "–";
export const drag = (name: string) => `Drag ${name}`;
export const up = (name: string) => `Move ${name} up`;
export const down = (name: string) => `Move ${name} down`;
export const moved = (name: string, place: number, count: number) =>
  `${name} is now ${formatNumber(place)} of ${formatNumber(count)}`;
export const rankedBlind = "You ranked these takes blind.";
export const notSaved = "Your ranking isn't saved yet.";
/** How each Standard take ranks against each Pro take. */
export function crossModeTally({
  std,
  pro,
  equal,
}: {
  std: number;
  pro: number;
  equal: number;
}): string {
  const all = formatNumber(std + pro + equal);
  return equal === 0
    ? `Each Standard take against each Pro take (${all}): Pro ranks higher in ${formatNumber(pro)}, Standard in ${formatNumber(std)}.`
    : `Each Standard take against each Pro take (${all}): Pro ranks higher in ${formatNumber(pro)}, Standard in ${formatNumber(std)}, and ${formatNumber(equal)} tied.`;
}

export const rankBlind = "Rank blind";
export const continueBlind = "Continue ranking";
export const rankBlindAgain = "Rank blind again";
export const tooFew = "You need two finished takes to rank them.";
export const blindTitle = "Which take is better?";
export const blindHint =
  "Names and prices stay hidden until all takes are ranked. Both pictures are the same size, and the sound is off.";
export const question = (number: number, most: number) =>
  `Question ${formatNumber(number)} of up to ${formatNumber(most)}`;
export const sides = { left: "A", right: "B" } as const;
export const isBetter = (side: string) => `${side} is better`;
export const noDifference = "No difference";
export const undoAnswer = "Undo last answer";
export const stopBlind = "Stop for now";
export const blindDone = "All takes are ranked. Their names are shown again.";
