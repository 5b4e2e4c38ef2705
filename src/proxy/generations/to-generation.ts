/** Converts a task to what the browser receives: clips with the studio's URLs, everything else unchanged. */
import type { Generation } from "#contract/generation.ts";
import { clipPath } from "#contract/routes.ts";
import type { Task } from "#kirin/task.ts";
import type { TaskOwner } from "#proxy/sessions/task-owner.ts";

/**
 * Converts a task that was requested as `askedId`: the id in the path of a read, or the `external_task_id` of a
 * create. If it differs from the task's own id, it becomes the external id, because a gateway may echo nothing or
 * another spelling. With an `owner`, the ids are the member's. The echo is passed on too, so that the studio can reject a response about another task.
 */
export async function toGeneration(
  task: Task,
  askedId: string | undefined,
  owner: TaskOwner | null,
): Promise<Generation> {
  const { usage } = task;
  const id = owner ? await owner.nameOf(task.id) : task.id;
  const echoed =
    owner && task.externalTaskId !== null
      ? await owner.ownIdOf(task.externalTaskId)
      : task.externalTaskId;
  return {
    id,
    externalTaskId: askedId === undefined || askedId === id ? echoed : askedId,
    echoedTaskId: echoed,
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
      src: clipPath(id, index),
    })),
    unknownFields: task.unknownFields,
  };
}
