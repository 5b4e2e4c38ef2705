/** Words of takes: several clips of each mode from one press. */

export const title = "Takes";
/** Beside one clip, where the others are not in sight. */
export const takeOf = (number: number, count: number) => `Take ${number} of ${count}`;
export const allTakes = "All takes";
export const allTakesOf = (prompt: string) => `All takes: ${prompt}`;
export const loading = "Reading your library";
export const missingTitle = "These takes are not in your library";
export const missingDetail = "The address may be incomplete, or they were made in another browser.";
export const goToLibrary = "Go to Library";

export const sheet = "All takes, in step";
export const pick = (name: string) => `Pick ${name} to compare`;
export const detailsOf = (name: string) => `Details of ${name}`;
export const details = "Details";
export const notOpened = {
  unread: "The clip could not be read.",
  "not-a-clip": "This is no video.",
  "no-decoder": "This browser cannot decode the clip.",
  "too-long": "The clip is too long to be compared.",
  unreadable: "The clip is damaged.",
} as const;

export const pickHint = "Click two takes to compare them closely.";
export const pickOneMore = (name: string) => `${name} is picked. Click another one.`;
export const picked = (one: string, other: string) => `${one} and ${other}`;
export const compare = "Compare these two";
export const clearPick = "Pick none";

export const ranking = "Your order";
export const rankingHint = "Drag the takes, the best first, or let yourself be asked blind.";
export const ordinal = (rank: number, isTied: boolean) => (isTied ? `${rank}=` : String(rank));
export const place = (rank: number, isTied: boolean) =>
  isTied ? `Shares place ${rank}` : `Place ${rank}`;
export const unranked = "–";
export const drag = (name: string) => `Drag ${name}`;
export const up = (name: string) => `Move ${name} up`;
export const down = (name: string) => `Move ${name} down`;
export const moved = (name: string, place: number, count: number) =>
  `${name} is now ${place} of ${count}`;
export const madeBlind = "You made this order blind.";
export const notSaved = "Your order is not saved yet.";
const times = (count: number) => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);
/** Each std take against each pro take. */
export function meetings({ std, pro, equal }: { std: number; pro: number; equal: number }): string {
  const equals = equal === 0 ? "" : `, and they were equal ${times(equal)}`;
  return `Of ${std + pro + equal} meetings of a Standard and a Pro take, Pro stands higher in ${pro} and Standard in ${std}${equals}.`;
}

export const rankBlind = "Rank blind";
export const goOnBlind = "Go on blind";
export const rankBlindAgain = "Rank blind again";
export const tooFew = "Two finished takes are needed to put them in order.";
export const blindTitle = "Which take is better?";
export const blindHint =
  "Names and prices stay hidden until all takes are in order. Both pictures have the same size, and there is no sound.";
export const question = (number: number, most: number) => `Question ${number} of ${most} at most`;
export const sides = { left: "A", right: "B" } as const;
export const isBetter = (side: string) => `${side} is better`;
export const noDifference = "No difference";
export const takeBack = "Take the last answer back";
export const stopBlind = "Stop for now";
export const blindDone = "All takes are in order. Here is which is which.";
