/**
 * The words Kirin uses for a task's state, and the four states we tell apart.
 * Source: the observed wire facts; the reference page lists no status words.
 */

/** `completed` and `failed` are ends; nothing follows them. */
export const TASK_STATUSES = ["queued", "running", "completed", "failed"] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

const WORDS: Readonly<Record<TaskStatus, readonly string[]>> = {
  queued: ["in_queue", "queued", "pending", "submitted"],
  running: ["in_progress", "processing", "running"],
  completed: ["completed", "success", "succeed", "succeeded", "done"],
  failed: ["failed", "error", "canceled", "cancelled"],
};

const STATUS_BY_WORD = new Map(
  TASK_STATUSES.flatMap((status) => WORDS[status].map((word) => [word, status] as const)),
);

/** The state a word stands for, in any case. A word nobody has seen yet is not an end: it is `running`. */
export function statusOfWord(word: string): TaskStatus {
  return STATUS_BY_WORD.get(word.trim().toLowerCase()) ?? "running";
}

/** Whether nothing can follow. */
export function isEndStatus(status: TaskStatus): boolean {
  return status === "completed" || status === "failed";
}
