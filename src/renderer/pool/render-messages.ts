/** What a render pool and its child processes say to each other. */
import * as z from "zod/mini";
import { ASPECT_RATIOS, MODES } from "#kirin/parameters.ts";

/** One clip to make, and the file it goes to. Its request is a `ClipRequest`. */
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

/** What a child reports of its job. `code` is the operating system's, such as `ENOSPC`. */
export const renderReportSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("progress"), progress: z.number() }),
  z.object({ type: z.literal("done"), bytes: z.number() }),
  z.object({ type: z.literal("failed"), message: z.string(), code: z.optional(z.string()) }),
]);
export type RenderReport = z.infer<typeof renderReportSchema>;

/** Where a clip is written until it is whole: beside its file, so that the rename is atomic. */
export function partFileOf(outFile: string): string {
  return `${outFile}.part`;
}
