/** The word for where a generation stands. */

export const entryStatuses = {
  held: "Held",
  sending: "Sending",
  unknown: "Checking",
  "never-arrived": "Not received",
  refused: "Refused",
  queued: "Queued",
  running: "Running",
  unwatched: "Not watched",
  completed: "Ready",
  failed: "Failed",
  lost: "Lost",
  withdrawn: "Withdrawn",
} as const;
