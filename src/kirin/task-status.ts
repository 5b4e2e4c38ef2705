/**
 * Maps Kirin's status words to four states. Source: the observed wire facts; the reference page lists no
 * status words.
 */

/** `completed` and `failed` are final. */
export const TASK_STATUSES = ["queued", "running", "completed", "failed"] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

const STATUS_WORDS: Readonly<Record<TaskStatus, readonly string[]>> = {
  queued: ["in_queue", "queued", "pending", "submitted"],
  running: ["in_progress", "processing", "running"],
  completed: ["completed", "success", "succeed", "succeeded", "done"],
  failed: ["failed", "error", "canceled", "cancelled"],
};

const STATUS_BY_WORD = new Map(
  TASK_STATUSES.flatMap((status) => STATUS_WORDS[status].map((word) => [word, status] as const)),
);

/** The state for a status word, case-insensitively. An unknown word is `running`, which is not final. */
export function statusOfWord(word: string): TaskStatus {
  return STATUS_BY_WORD.get(word.trim().toLowerCase()) ?? "running";
}

/** Whether Kirin's word is one of those listed here, in any case. */
export function isKnownStatusWord(word: string): boolean {
  return STATUS_BY_WORD.has(word.trim().toLowerCase());
}

/** Whether a status is final. */
export function isEndStatus(status: TaskStatus): boolean {
  return status === "completed" || status === "failed";
}
