/** A generation as the proxy reports it to the browser. */

import * as z from "zod/mini";
import { TASK_STATUSES } from "#kirin/task-status.ts";
import { costSchema, discountSchema } from "./cost.ts";

const jsonRecordSchema = z.record(z.string(), z.unknown());

/**
 * `cost` is in `currency`, or in USD if that is absent. All other fields keep Kirin's names, including
 * `billing`. `chargesOf` in `kirin/usage.ts` computes the charges.
 */
export const usageSchema = z.catchall(
  z.object({ cost: costSchema, discount: discountSchema }),
  z.unknown(),
);
export type Usage = z.infer<typeof usageSchema>;

export const clipSchema = z.object({
  index: z.number(),
  durationSeconds: z.nullable(z.number()),
  /** Path on the studio's origin that serves the clip. */
  src: z.string(),
});
export type Clip = z.infer<typeof clipSchema>;

export const generationSchema = z.object({
  id: z.string(),
  /** The external task id. If Kirin's response has a different one, this is the id that was requested. */
  externalTaskId: z.nullable(z.string()),
  /** The external task id in Kirin's response, or null if it has none. Used to reject a response about another task. */
  echoedTaskId: z.optional(z.nullable(z.string())),
  status: z.enum(TASK_STATUSES),
  /** Kirin's own status word. */
  upstreamStatus: z.string(),
  /** 0 to 1, or null. */
  progress: z.nullable(z.number()),
  createdAt: z.nullable(z.string()),
  updatedAt: z.nullable(z.string()),
  usage: z.nullable(usageSchema),
  error: z.nullable(
    z.object({
      code: z.nullable(z.string()),
      /** A business code at a deeper level, if it differs from `code`. */
      causeCode: z.optional(z.string()),
      message: z.string(),
    }),
  ),
  metadata: z.nullable(jsonRecordSchema),
  clips: z.array(clipSchema),
  /** Fields of Kirin's response that the parser does not know. */
  unknownFields: jsonRecordSchema,
});
export type Generation = z.infer<typeof generationSchema>;
