/** Kirin's task as the browser gets it: clips under our own addresses, everything else as it came. */
import type { Generation } from "#contract/generation.ts";
import { clipPath } from "#contract/routes.ts";
import type { Task } from "#kirin/task.ts";

/**
 * The task, asked for as `askedId`: the id in the path of a read, the `external_task_id` of a create. Where Kirin answers
 * with another id, the asked one is the creator's own, whatever the answer echoes: a gateway may echo none, or in another
 * spelling, and a paid task must be found under the id it was asked for.
 */
export function toGeneration(task: Task, askedId: string | undefined): Generation {
  const { usage } = task;
  return {
    id: task.id,
    externalTaskId: askedId === undefined || askedId === task.id ? task.externalTaskId : askedId,
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
