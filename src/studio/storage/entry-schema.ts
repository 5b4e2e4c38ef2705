/** What a row of the library must look like before it is believed. */
import * as z from "zod/mini";
import { generationSchema } from "#contract/generation.ts";
import { problemSchema } from "#contract/problem.ts";
import { lenientRequestSchema } from "#kirin/request.ts";
import { ENTRY_PHASES, type LibraryEntry } from "../domain/library-entry.ts";

const timeSchema = z.iso.datetime();

const entrySchema: z.ZodMiniType<LibraryEntry> = z.object({
  id: z.string().check(z.minLength(1)),
  externalTaskId: z.string().check(z.minLength(1)),
  pairId: z.nullable(z.string()),
  retryOf: z.nullable(z.string()),
  request: lenientRequestSchema,
  phase: z.enum(ENTRY_PHASES),
  preparedAt: timeSchema,
  sentAt: timeSchema,
  acceptedAt: z.nullable(timeSchema),
  runningAt: z.nullable(timeSchema),
  // Rows of before it was noted do not have it.
  unendedAt: z._default(z.nullable(timeSchema), null),
  endedAt: z.nullable(timeSchema),
  heardAt: z.nullable(timeSchema),
  generation: z.nullable(generationSchema),
  problem: z.nullable(problemSchema),
  isWatched: z.boolean(),
});

/** The entry in a row, or null when the row cannot be read as one. */
export function parseEntry(row: unknown): LibraryEntry | null {
  const parsed = z.safeParse(entrySchema, row);
  return parsed.success ? parsed.data : null;
}
