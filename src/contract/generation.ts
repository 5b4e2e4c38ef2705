/** A generation as the proxy reports it to the browser. */

import * as z from "zod/mini";
import { TASK_STATUSES } from "#kirin/task-status.ts";
import { costSchema, discountSchema } from "./cost.ts";

const jsonRecordSchema = z.record(z.string(), z.unknown());

/**
 * `cost` is in `currency`, in USD where that is absent; what else Kirin reported stands under its own names, `billing` too. What
 * was charged is read out of it by `chargesOf` of `kirin/usage.ts`.
 */
export const usageSchema = z.catchall(
  z.object({ cost: costSchema, discount: discountSchema }),
  z.unknown(),
);
export type Usage = z.infer<typeof usageSchema>;

export const clipSchema = z.object({
  index: z.number(),
  durationSeconds: z.nullable(z.number()),
  /** Path on the studio's own origin that serves the bytes. */
  src: z.string(),
});
export type Clip = z.infer<typeof clipSchema>;

export const generationSchema = z.object({
  id: z.string(),
  externalTaskId: z.nullable(z.string()),
  status: z.enum(TASK_STATUSES),
  /** Kirin's own word. */
  upstreamStatus: z.string(),
  /** 0 to 1, or null when Kirin does not report it. */
  progress: z.nullable(z.number()),
  createdAt: z.nullable(z.string()),
  updatedAt: z.nullable(z.string()),
  usage: z.nullable(usageSchema),
  error: z.nullable(
    z.object({
      code: z.nullable(z.string()),
      /** The business code inside, where `code` is another one. */
      causeCode: z.optional(z.string()),
      message: z.string(),
    }),
  ),
  metadata: z.nullable(jsonRecordSchema),
  clips: z.array(clipSchema),
  /** Fields of Kirin's answer that we have no name for. */
  unknownFields: jsonRecordSchema,
});
export type Generation = z.infer<typeof generationSchema>;
