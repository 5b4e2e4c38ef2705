/**
 * A task on disk: one JSON file per task. The charge is part of the completed record, so completing and
 * charging are one atomic write, and the ledger is computed from these files.
 */
import * as z from "zod/mini";
import { type KirinRequest, storedRequestSchema } from "#kirin/request.ts";
import { isDecimalString } from "#kirin/values/decimal.ts";

/** Version of the file format. A higher one was written by a newer simulator. */
const RECORD_VERSION = 1;

const timeSchema = z.number().check(z.nonnegative());
const decimalSchema = z.string().check(z.refine(isDecimalString));

const common = {
  version: z.literal(RECORD_VERSION),
  id: z.string().check(z.regex(/^[a-z0-9-]{8,64}$/)),
  /** Digest of the API key that owns the task. The key itself is never stored. */
  owner: z.string(),
  request: storedRequestSchema,
  /** Unix milliseconds, like all times here. */
  createdAt: timeSchema,
  /** How many earlier tasks of this owner have the same prompt and mode. It varies the clip, as Kirin does. */
  take: z._default(z.int().check(z.nonnegative()), 0),
};

const ended = {
  endedAt: timeSchema,
  /** Whether the callback for the final status is not yet delivered. */
  callbackDue: z.boolean(),
};

const recordSchema = z.discriminatedUnion("state", [
  z.object({ ...common, state: z.literal("in_queue") }),
  z.object({ ...common, state: z.literal("in_progress"), startedAt: timeSchema }),
  z.object({
    ...common,
    ...ended,
    state: z.literal("completed"),
    startedAt: timeSchema,
    /** The secret token in the clip's URL, and the clip's size. */
    clip: z.object({ token: z.string().check(z.minLength(16)), bytes: z.number() }),
    usage: z.object({
      cost: decimalSchema,
      discount: z.literal(1),
      quantity: z.int(),
      unitPrice: decimalSchema,
    }),
  }),
  z.object({
    ...common,
    ...ended,
    state: z.literal("failed"),
    startedAt: z.nullable(timeSchema),
    error: z.object({ code: z.string(), message: z.string() }),
  }),
]);

export type TaskRecord = z.infer<typeof recordSchema>;
export type CompletedRecord = Extract<TaskRecord, { state: "completed" }>;
export type FailedRecord = Extract<TaskRecord, { state: "failed" }>;
export type EndedRecord = CompletedRecord | FailedRecord;
export type UnfinishedRecord = Exclude<TaskRecord, EndedRecord>;

/** The result of parsing a task file. */
export type ReadRecord =
  | { kind: "record"; record: TaskRecord }
  | { kind: "newer" }
  | { kind: "unreadable" };

const versionSchema = z.object({ version: z.number() });

/** Parses a task file. Never throws. */
export function parseRecord(text: string): ReadRecord {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "unreadable" };
  }
  const parsed = z.safeParse(recordSchema, json);
  if (parsed.success) return { kind: "record", record: parsed.data };
  const versioned = z.safeParse(versionSchema, json);
  return versioned.success && versioned.data.version > RECORD_VERSION
    ? { kind: "newer" }
    : { kind: "unreadable" };
}

/** Whether the task has reached a final state. */
export function isEnded(record: TaskRecord): record is EndedRecord {
  return record.state === "completed" || record.state === "failed";
}

/** A new task in the queue. */
export function newRecord(task: {
  id: string;
  owner: string;
  request: KirinRequest;
  createdAt: number;
  take: number;
}): UnfinishedRecord {
  return { version: RECORD_VERSION, state: "in_queue", ...task };
}
