/** Validates the rows of judgements. */
import * as z from "zod/mini";
import {
  CHECK_KINDS,
  CHECK_STATES,
  type Judgement,
  QUESTIONS,
  RATING_MAX,
} from "#studio/domain/judging/judgement.ts";

const idSchema = z.string().check(z.minLength(1));
const timeSchema = z.iso.datetime();

const answerSchema = z.object({ chosenId: z.nullable(idSchema), at: timeSchema });

const verdictSchema = z.object({
  kind: z.literal("verdict"),
  id: idSchema,
  isBlind: z.boolean(),
  leftId: idSchema,
  rightId: idSchema,
  startedAt: timeSchema,
  answers: z.partialRecord(z.enum(QUESTIONS), answerSchema),
  revealedAt: z.nullable(timeSchema),
  reasons: z.array(z.string()),
  note: z.string(),
});

const remarkSchema = z.object({
  kind: z.literal("remark"),
  id: idSchema,
  entryId: idSchema,
  rating: z.nullable(z.int().check(z.minimum(1), z.maximum(RATING_MAX))),
  note: z.string(),
  checks: z.nullable(
    z.array(z.object({ kind: z.enum(CHECK_KINDS), text: z.string(), state: z.enum(CHECK_STATES) })),
  ),
});

const rankingSchema = z.object({
  kind: z.literal("ranking"),
  id: idSchema,
  pairId: idSchema,
  groups: z.array(z.array(idSchema)),
  matches: z.array(
    z.object({ leftId: idSchema, rightId: idSchema, chosenId: z.nullable(idSchema) }),
  ),
  at: timeSchema,
});

const judgementSchema: z.ZodMiniType<Judgement> = z.discriminatedUnion("kind", [
  verdictSchema,
  remarkSchema,
  rankingSchema,
]);

/** The judgement in a row, or null if the row is invalid. */
export function parseJudgement(row: unknown): Judgement | null {
  const parsed = z.safeParse(judgementSchema, row);
  return parsed.success ? parsed.data : null;
}
