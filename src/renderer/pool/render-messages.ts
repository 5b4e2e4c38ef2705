/** Messages between a render pool and its child processes. */
import * as z from "zod/mini";
import { ASPECT_RATIOS, MODES } from "#kirin/parameters.ts";

/** A clip to render and its output file. `request` is a `ClipRequest`. */
export const renderJobSchema = z.object({
  request: z.object({
    prompt: z.string(),
    negativePrompt: z.string(),
    mode: z.enum(MODES),
    sound: z.boolean(),
    aspectRatio: z.enum(ASPECT_RATIOS),
    durationSeconds: z.union([z.literal(5), z.literal(10)]),
    watermark: z.boolean(),
    take: z.optional(z.number()),
  }),
  outFile: z.string(),
});
export type RenderJob = z.infer<typeof renderJobSchema>;

/** A child's report. `code` is a system error code such as `ENOSPC`. */
export const renderReportSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("progress"), progress: z.number() }),
  z.object({ type: z.literal("done"), bytes: z.number() }),
  z.object({ type: z.literal("failed"), message: z.string(), code: z.optional(z.string()) }),
]);
export type RenderReport = z.infer<typeof renderReportSchema>;

/** Temporary path of a clip, next to its final path so that the rename is atomic. */
export function partFileOf(outFile: string): string {
  return `${outFile}.part`;
}
