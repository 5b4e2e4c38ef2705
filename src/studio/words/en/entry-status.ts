/** The word for where a generation stands. */

export const entryStatuses = {
  sending: "Sending",
  unknown: "Checking",
  refused: "Refused",
  queued: "Queued",
  running: "Running",
  unwatched: "Not watched",
  completed: "Ready",
  failed: "Failed",
} as const;
