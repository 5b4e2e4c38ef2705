/** Messages for the generations feature: waiting, failures, the filmstrip, and announcements. */
import { percent, plural } from "./common.ts";

/** Announced to screen readers when a generation ends. */
export const endAnnouncements = {
  completed: (prompt: string) => `Clip ready: ${prompt}`,
  failed: (prompt: string) => `Generation failed: ${prompt}`,
  refused: (prompt: string) => `Request refused: ${prompt}`,
  "never-arrived": (prompt: string) => `Kirin didn't receive it: ${prompt}`,
  lost: (prompt: string) => `Kirin can no longer find it: ${prompt}`,
  withdrawn: (prompt: string) => `Cancelled: ${prompt}`,
};

/** Both generations of a pair can be on one page. */
export const waitingRegion = (mode: string) => `Waiting: ${mode}`;
export const sending = "Sending to Kirin";
export const checking = "Checking whether Kirin received it";
export const checkingDetail =
  "No response came back. The studio checks for the task by its ID and never sends it twice.";
export const checkingConflict =
  "Kirin says that this ID was used before. The studio looks up the task with this ID and doesn't create a second one.";
/** The same times as `RECHECK_AT_SECONDS`. */
export const checkingSchedule =
  "It checks immediately, after 2, 5, 15 and 30 s, after 1 and 2 min, then every minute.";
export const missedReads = (reads: number) =>
  plural(reads, {
    one: "Kirin has replied once that it has no such task.",
    other: (text) => `Kirin has replied ${text} times that it has no such task.`,
  });
export const certainNext =
  "If Kirin gives the same answer next time, it didn't receive the request, and you can send it again.";
export const certainAt = (clock: string) =>
  `If Kirin gives the same answer after ${clock}, it didn't receive the request, and you can send it again.`;
export const checkNow = "Check now";
export const notWatchedDetail =
  "The studio has stopped tracking it. Kirin keeps rendering, and charges for the clip when it's done.";
/** What Kirin is doing. */
export const upstreamStatuses = {
  queued: "In Kirin's queue",
  running: "Rendering",
  completed: "Finished",
  failed: "Failed",
} as const;
/** For a status word of Kirin's that isn't known. */
export const working = "Kirin is working on it";
/** Both follow the status on the same line. */
export const updatedAgo = (time: string) => `, updated ${time} ago`;
export const updatedNow = ", updated just now";
export const elapsed = "Elapsed";
export const progress = "Progress";
/** 0 to 1. */
export const progressReported = (part: number) => `${percent(part)}, reported by Kirin`;
export const usualAlone = (range: string) => `Usually ${range}`;
export const usual = (range: string, soFar: string) => `Usually ${range}, ${soFar} so far`;
export const unusual = (range: string, soFar: string) =>
  `Taking longer than usual: ${soFar} so far, usually ${range}. The studio keeps checking.`;
export const costsWhenDone = (price: string) => `${price} when it's done`;
export const statusCheckFailed = "The last status check failed. The studio keeps trying.";
export const stopWatching = "Stop tracking";
export const stopWatchingHint =
  "This doesn't stop Kirin: it keeps rendering, and charges when it's done.";
export const watchAgain = "Resume tracking";
export const watchedAgain = "Tracking it again.";

export const failureRegion = (mode: string) => `Failure: ${mode}`;
export const code = "Code";
export const kirinMessage = "Kirin's message";
export const fieldName = (name: string) => `Field ${name}`;
export const requestId = "Request ID";
export const taskId = "Kirin's task ID";
export const retryOf = "Retry of an earlier generation.";
export const showEarlier = "Show the earlier one";
export const sendAgain = "Send again";
export const retryHint = "Creates a new generation. This one stays in your library.";
/** Follows the verb of a button that spends. */
export const buttonPrice = (price: string) => `· ${price}`;
/** Opens the settings and asks Kirin, without sending anything. */
export const checkKey = "Check the key";
export const couldNotRetry = "Couldn't send the request.";

export const filmstrip = "Recent generations";
export const thumbnail = (prompt: string, mode: string, status: string) =>
  `${prompt}, ${mode}, ${status}`;
