/** Words of the generations feature: waiting, failing, the filmstrip, and the news of ends. */

/** Said to screen readers when a generation ends. */
export const endNews = {
  completed: (prompt: string) => `Clip ready: ${prompt}`,
  failed: (prompt: string) => `Generation failed: ${prompt}`,
  refused: (prompt: string) => `Request refused: ${prompt}`,
  "never-arrived": (prompt: string) => `Kirin never got it: ${prompt}`,
  lost: (prompt: string) => `Kirin no longer knows it: ${prompt}`,
  withdrawn: (prompt: string) => `Cancelled: ${prompt}`,
};

/** Both halves of a pair may stand on one page. */
export const waitingRegion = (mode: string) => `Waiting: ${mode}`;
export const sending = "Sending to Kirin";
export const checking = "Checking whether Kirin has it";
export const checkingDetail =
  "No answer came back. The studio looks for the task by its ID, and sends nothing twice.";
export const checkingConflict =
  "Kirin says that this ID was used before. The studio reads the task under it, and creates no second.";
/** When it is looked for; `RECHECK_AT_SECONDS` says so to the engine. */
export const checkingSchedule =
  "It looks at once, after 2, 5, 15 and 30 s, after 1 and 2 min, then every minute.";
export const missedReads = (reads: number) =>
  `Kirin has said ${reads === 1 ? "once" : reads === 2 ? "twice" : `${reads} times`} that it has no such task.`;
export const certainNext = "If it says so once more, nothing arrived, and you can send it again.";
export const certainAt = (clock: string) =>
  `If it says so after ${clock}, nothing arrived, and you can send it again.`;
export const checkNow = "Check now";
export const notWatchedDetail =
  "The studio has stopped asking. Kirin goes on, and charges for the clip when it is done.";
export const kirinSays = (word: string) => `Kirin says “${word}”`;
export const heardAgo = (time: string) => `heard ${time} ago`;
export const heardNow = "heard just now";
export const elapsed = "Elapsed";
export const progress = "Progress";
export const progressReported = (percent: number) => `${percent} % by Kirin's own report`;
export const usualAlone = (range: string) => `Usually ${range}`;
export const usual = (range: string, soFar: string) => `Usually ${range}, ${soFar} so far`;
export const unusual = (range: string, soFar: string) =>
  `Unusually long: ${soFar} so far, usually ${range}. The studio keeps checking.`;
export const trouble = "The last look did not get through; the studio keeps trying.";
export const stopWatching = "Stop watching";
export const stopWatchingHint = "Kirin cannot be stopped: it goes on, and charges when it is done.";
export const watchAgain = "Watch again";

export const failureRegion = (mode: string) => `Failure: ${mode}`;
export const code = "Code";
export const kirinMessage = "Kirin's message";
export const field = "Field";
export const requestId = "Request";
export const taskId = "Task";
export const retryOf = "A new try of an earlier one";
export const showEarlier = "Show the earlier one";
export const retry = "Try again";
export const sendAgain = "Send again";
export const retryHint = "A new generation; this one stays in your library.";
export const useSettings = "Use these settings";
export const couldNotRetry = "It could not be sent.";

export const filmstrip = "Recent generations";
export const thumbnail = (prompt: string, mode: string, status: string) =>
  `${prompt}, ${mode}, ${status}`;
export const modes = { std: "Standard", pro: "Pro" } as const;
