/** Validates the rows of the library. */
import * as z from "zod/mini";
import { generationSchema } from "#contract/generation.ts";
import { problemSchema } from "#contract/problem.ts";
import { storedRequestSchema } from "#kirin/request.ts";
import { isRecord } from "#kirin/values/json.ts";
import {
  ENTRY_PHASES,
  HOLD_REASONS,
  type LibraryEntry,
} from "#studio/domain/life/library-entry.ts";

const timeSchema = z.iso.datetime();
/** A time that rows from before the field was introduced do not have. */
const laterTimeSchema = z._default(z.nullable(timeSchema), null);

const holdSchema = z.object({
  reason: z.enum(HOLD_REASONS),
  since: timeSchema,
  tries: z.number(),
  retryAt: timeSchema,
  isAsked: z.boolean(),
});

const entrySchema: z.ZodMiniType<LibraryEntry> = z.object({
  id: z.string().check(z.minLength(1)),
  externalTaskId: z.string().check(z.minLength(1)),
  pairId: z.nullable(z.string()),
  retryOf: z.nullable(z.string()),
  pressKey: z._default(z.nullable(z.string()), null),
  request: storedRequestSchema,
  phase: z.enum(ENTRY_PHASES),
  preparedAt: timeSchema,
  queuedAt: timeSchema,
  attempts: z._default(z.number(), 1),
  sentAt: z.nullable(timeSchema),
  acceptedAt: z.nullable(timeSchema),
  runningAt: z.nullable(timeSchema),
  unendedAt: laterTimeSchema,
  endedAt: z.nullable(timeSchema),
  heardAt: z.nullable(timeSchema),
  seenAt: laterTimeSchema,
  clipsKeptAt: laterTimeSchema,
  clipsProblem: z._default(z.nullable(problemSchema), null),
  generation: z.nullable(generationSchema),
  problem: z.nullable(problemSchema),
  hold: z._default(z.nullable(holdSchema), null),
  missing: z._default(z.nullable(z.object({ since: timeSchema, reads: z.number() })), null),
  jumpedAt: laterTimeSchema,
  isConflict: z._default(z.boolean(), false),
  differences: z._default(z.array(z.string()), []),
  isWatched: z.boolean(),
  favouriteAt: laterTimeSchema,
  trashedAt: laterTimeSchema,
  erasedAt: laterTimeSchema,
});

/** The entry in a row, or null if the row is invalid. */
export function parseEntry(row: unknown): LibraryEntry | null {
  const parsed = z.safeParse(entrySchema, fromFirstShape(row));
  return parsed.success ? parsed.data : null;
}

/** Upgrades rows of the first version, which had fewer phases and no queue. Tasks that ended then count as seen. */
function fromFirstShape(row: unknown): unknown {
  if (!isRecord(row) || "queuedAt" in row) return row;
  const { phase, problem, generation, preparedAt, endedAt } = row;
  const isNever = isRecord(problem) && problem.code === "never-arrived";
  const isCompleted = isRecord(generation) && generation.status === "completed";
  const phases: Record<string, string> = {
    refused: isNever ? "never-arrived" : "refused",
    watching: "waiting",
    ended: isCompleted ? "completed" : "failed",
  };
  return {
    ...row,
    phase: phases[String(phase)] ?? phase,
    queuedAt: preparedAt,
    seenAt: endedAt ?? null,
  };
}
