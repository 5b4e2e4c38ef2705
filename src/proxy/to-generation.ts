/** Kirin's task as the browser gets it: clips under our own addresses, everything else as it came. */
import type { Generation } from "#contract/generation.ts";
import { clipPath } from "#contract/routes.ts";
import type { Task } from "#kirin/task.ts";

/** `sentTaskId` is the `external_task_id` of the create, for gateways that do not repeat it. */
export function toGeneration(task: Task, sentTaskId: string | null = null): Generation {
  const { usage } = task;
  return {
    id: task.id,
    externalTaskId: task.externalTaskId ?? sentTaskId,
    status: task.status,
    upstreamStatus: task.upstreamStatus,
    progress: task.progress,
    createdAt: task.createdAt,
    updatedAt: task.updatedAt,
    usage: usage && { ...usage.rest, cost: usage.cost, discount: usage.discount },
    error: task.error,
    metadata: task.metadata,
    clips: task.clips.map(({ durationSeconds }, index) => ({
      index,
      durationSeconds,
      src: clipPath(task.id, index),
    })),
    unknownFields: task.unknownFields,
  };
}
