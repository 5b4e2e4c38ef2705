/** Messages for generations that haven't been sent yet: why they wait, when they are retried, and the queue. */
import { formatNumber, plural } from "./common.ts";

interface HoldMessage {
  title: string;
  detail: string;
}

/** Why a generation waits. Whatever the reason, it is sent automatically once the reason is gone. */
export const holds = {
  offline: {
    title: "Waiting until you're online",
    detail:
      "This device has no network connection. The request is sent automatically when you're back online.",
  },
  "server-away": {
    title: "Waiting for the studio server",
    detail:
      "The server isn't responding. The request is sent automatically when the server is back.",
  },
  "no-key": {
    title: "Waiting for an API key",
    detail:
      "The studio server has no Kirin API key. Set KIRIN_API_KEY and restart the server. The request is then sent automatically.",
  },
  "signed-out": {
    title: "Waiting until you sign in",
    detail:
      "Your session in this studio has ended. Sign in at the top of the page. The request is then sent automatically.",
  },
  "key-refused": {
    title: "Waiting for a valid API key",
    detail:
      "Kirin refused the API key. Set KIRIN_API_KEY to a valid key and restart the server. The request is then sent automatically.",
  },
  balance: {
    title: "Waiting for a higher balance",
    detail:
      "Your balance is too low, or your resource pack is used up. Top up your Kirin account, then return to this page. The request is retried when you return, and every two minutes.",
  },
  slots: {
    title: "Waiting for a free slot",
    detail: "Your account has reached its limit of parallel generations.",
  },
  pace: {
    title: "Kirin is busy",
    detail: "Too many requests were sent at once.",
  },
  "kirin-away": {
    title: "Couldn't reach Kirin",
    detail:
      "The studio server can't connect to Kirin. The request is sent automatically when the connection is back.",
  },
} as const satisfies Record<string, HoldMessage>;

/** For a generation that only waits for others to be sent. */
export const itsTurn: HoldMessage = {
  title: "Waiting for its turn",
  detail: "Other requests are ahead of it in the queue.",
};

/** Both generations of a pair can be on one page. */
export const heldRegion = (mode: string) => `On hold: ${mode}`;
/** How many of the running generations this browser knows. */
export const slotsTaken = (count: number) => {
  if (count === 0) return "None of them was started in this browser.";
  return plural(count, {
    one: (text) => `${text} of them was started in this browser.`,
    other: (text) => `${text} of them were started in this browser.`,
  });
};
export const nothingSent = "Nothing has been sent, and you haven't been charged.";
export const nothingCreated = "Kirin created nothing, and you weren't charged.";
export const since = (time: string) => `Waiting since ${time}.`;
export const nextTry = (time: string) => `Retrying in ${time}.`;
export const nextTryAsked = (time: string, clock: string) =>
  `Retrying in ${time}: Kirin asked the studio to wait until ${clock}.`;
export const triedSoon = "Retrying shortly.";
export const triedNow = "Retrying now.";
export const triedAfterOthers = "Sent after the ones ahead of it in the queue.";

export const tryNow = "Try now";
export const cancelHint =
  "Cancelling is free. The generation stays in your library, marked as cancelled.";
export const place = (at: number, count: number) =>
  `Position ${formatNumber(at)} of ${formatNumber(count)} in the queue.`;
export const showQueue = "Show queue";

export const queue = "Queue";
export const waiting = (count: number) => `${formatNumber(count)} waiting`;
export const queueDetail = "Sent in this order. None of these has been charged.";
export const queueEmpty = "The queue is empty.";
export const moveEarlier = (prompt: string) => `Move earlier: ${prompt}`;
export const moveLater = (prompt: string) => `Move later: ${prompt}`;
export const cancelOf = (prompt: string) => `Cancel: ${prompt}`;
/** For screen readers. */
export const moved = (place: number, count: number) =>
  `Now at position ${formatNumber(place)} of ${formatNumber(count)}.`;
export const couldNotMove = "Couldn't move the request.";
export const couldNotCancel = "Couldn't cancel the request.";
