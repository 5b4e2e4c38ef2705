/** The proxy's configuration for the studio, without secrets. */
import * as z from "zod/mini";

export const configSchema = z.object({
  upstream: z.enum(["simulator", "live"]),
  model: z.string(),
  /** Whether a key is set; always true on the simulator. */
  hasKey: z.boolean(),
  /** Timeout for a create, in milliseconds. */
  createTimeoutMs: z.number(),
  readTimeoutMs: z.number(),
  /** Minimum interval between two reads of one task, in milliseconds. */
  pollMinMs: z.number(),
  /** Whether this browser is signed in. Absent if the studio has no sign-in. */
  isSignedIn: z.optional(z.boolean()),
});
export type StudioConfig = z.infer<typeof configSchema>;
