/** Words for what has not left yet: why it waits, when it is tried, and the queue as a whole. */

interface HoldWords {
  title: string;
  detail: string;
}

/** Why something waits. Whatever it is, it goes by itself once that is over. */
export const holds = {
  offline: {
    title: "Waiting until you are online",
    detail: "This device has no network. It goes by itself once you are back.",
  },
  "server-away": {
    title: "Waiting for the studio's server",
    detail: "The server does not answer. It goes by itself once the server is back.",
  },
  "no-key": {
    title: "Waiting for an API key",
    detail:
      "The studio's server has no key for Kirin. Set KIRIN_API_KEY and start the server again; then it goes by itself.",
  },
  "key-refused": {
    title: "Waiting for a key that Kirin accepts",
    detail:
      "Kirin does not accept the key. Set KIRIN_API_KEY to a valid one and start the server again; then it goes by itself.",
  },
  balance: {
    title: "Waiting for a higher balance",
    detail:
      "The balance is too low, or the resource pack is used up. Top up the account of your key, then come back here: it is tried again then, and every two minutes.",
  },
  slots: {
    title: "Waiting for a free slot at Kirin",
    detail: "As many generations run at once as your account allows.",
  },
  pace: {
    title: "Waiting because Kirin asks for patience",
    detail: "Kirin got too many requests at once.",
  },
  "kirin-away": {
    title: "Waiting until Kirin can be reached",
    detail: "The studio's server finds no way to Kirin. It goes by itself once there is one.",
  },
} as const satisfies Record<string, HoldWords>;

/** In the queue, with nothing in its way but others. */
export const itsTurn: HoldWords = {
  title: "Waiting for its turn",
  detail: "Others are being sent to Kirin before it.",
};

/** Both halves of a pair may stand on one page. */
export const heldRegion = (mode: string) => `On hold: ${mode}`;
/** What takes the slots, as far as this browser knows. */
export const slotsTaken = (count: number) => {
  if (count === 0) return "None of them was started in this browser.";
  return count === 1 ? "One of yours is running." : `${numberWord(count)} of yours are running.`;
};
export const nothingSent = "Nothing has been sent, and nothing is charged.";
export const nothingCreated = "Kirin has created nothing, and nothing is charged.";
export const since = (time: string) => `Since ${time}`;
export const nextTry = (time: string) => `next try in ${time}`;
export const nextTryAsked = (time: string, clock: string) =>
  `next try in ${time}: Kirin asked to wait until ${clock}`;
export const triedSoon = "tried any moment";
export const triedNow = "being tried now";
export const triedAfterOthers = "tried after what is before it in the queue";

export const tryNow = "Try now";
export const withdraw = "Withdraw";
export const withdrawHint = "Withdrawing is free; it stays in your library as withdrawn.";
export const place = (at: number, count: number) => `Number ${at} of ${count} in the queue.`;
export const showQueue = "Show the queue";

export const queue = "Queue";
export const waiting = (count: number) => `${count} waiting`;
export const queueDetail = "Sent in this order. Nothing in it has been charged.";
export const queueEmpty = "Nothing waits any more.";
export const close = "Close";
export const moveEarlier = (prompt: string) => `Move earlier: ${prompt}`;
export const moveLater = (prompt: string) => `Move later: ${prompt}`;
export const withdrawOf = (prompt: string) => `Withdraw: ${prompt}`;
/** Said to screen readers. */
export const moved = (place: number, count: number) => `Now number ${place} of ${count}.`;
export const couldNotMove = "It could not be moved.";
export const couldNotWithdraw = "It could not be withdrawn.";

const NUMBER_WORDS = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

function numberWord(count: number): string {
  return NUMBER_WORDS[count - 2] ?? String(count);
}
