/** What the studio has to know about the proxy it talks to. Nothing secret. */
import * as z from "zod/mini";

export const configSchema = z.object({
  upstream: z.enum(["simulator", "live"]),
  model: z.string(),
  /** Whether a key is set; always true on the simulator. */
  hasKey: z.boolean(),
  /** How long the proxy waits for Kirin, in milliseconds. */
  createTimeoutMs: z.number(),
  readTimeoutMs: z.number(),
  /** Shortest gap between two reads of one task, in milliseconds. */
  pollMinMs: z.number(),
});
export type StudioConfig = z.infer<typeof configSchema>;
