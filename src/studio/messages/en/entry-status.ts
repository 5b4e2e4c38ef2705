/** Names of a generation's status. */

export const entryStatuses = {
  held: "On hold",
  sending: "Sending",
  unknown: "Checking",
  "never-arrived": "Not received",
  refused: "Refused",
  queued: "Queued",
  running: "Rendering",
  unwatched: "Not tracked",
  completed: "Ready",
  failed: "Failed",
  lost: "Lost",
  withdrawn: "Cancelled",
} as const;
