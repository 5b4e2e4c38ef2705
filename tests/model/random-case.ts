/** Random cases: the creator's commands and the faults, as plain data that fast-check can shrink. */
import fc from "fast-check";
import type { Fault } from "../fake-kirin/fault.ts";
import { SLOTS_IN_USE_CODE } from "../fake-kirin/wire.ts";
import { type Conditions, courseOf, OUTAGES, type Outage } from "./world/conditions.ts";

/** What a creator can do with a row. */
const ROW_ACTIONS = [
  "cancel",
  "earlier",
  "later",
  "sendAgain",
  "retry",
  "startOver",
  "tryNow",
  "checkNow",
  "markSeen",
] as const;

/** The indexes `page` and `row` wrap around. */
export type Command =
  | { kind: "press"; page: number; isPair: boolean; isDouble: boolean; isInTwoPages: boolean }
  | { kind: "act"; page: number; row: number; action: (typeof ROW_ACTIONS)[number] }
  | { kind: "open" | "power cut" }
  | { kind: "hide" | "show" | "freeze" | "thaw"; page: number }
  /** The page crashes after this many more steps. */
  | { kind: "crash"; page: number; steps: number }
  | { kind: "outage"; outage: Outage; forMs: number }
  | { kind: "suspend"; forMs: number }
  | { kind: "set clock"; byMs: number };

interface Step {
  afterMs: number;
  command: Command;
}

export interface RandomCase {
  conditions: Conditions;
  pageCount: number;
  steps: readonly Step[];
}

const HOUR_MS = 3_600_000;
/**
 * Latest arrival of a create. Together with the delay until a task is readable, it stays below twice the proxy's
 * timeout.
 */
const LATEST_MS = 42_000;
const LAG_MAX_MS = 12_000;

const page = fc.nat(2);
const shortMs = fc.nat(3000);
const someMs = fc.oneof(fc.nat(200), shortMs, fc.nat(30_000));
const retryAfterSeconds = fc.constantFrom(null, null, 0, 2, 15, 700);
const isApplied = fc.boolean();

const createFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom("none", "unreachable", "lost", "foreign-task") }),
  fc.record({ kind: fc.constantFrom("reset", "truncated", "silent", "html"), isApplied }),
  fc.record({ kind: fc.constant("status"), status: fc.constant(503), isApplied }),
  fc.record({ kind: fc.constant("late"), ms: fc.nat(LATEST_MS), isReset: fc.boolean() }),
  fc.record({ kind: fc.constant("duplicate"), isFirstAnswered: fc.boolean() }),
  fc.record({
    kind: fc.constant("refused"),
    status: fc.constantFrom(400, 401, 402, 403, 429),
    retryAfterSeconds,
  }),
  fc.record({
    kind: fc.constant("refused"),
    status: fc.constant(429),
    code: fc.constant(SLOTS_IN_USE_CODE),
    retryAfterSeconds,
  }),
  fc.record({ kind: fc.constantFrom("slow", "delayed"), ms: fc.nat(29_000) }),
);

const readFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom("none", "unreachable", "lost", "missing", "foreign-task") }),
  fc.record({ kind: fc.constantFrom("reset", "truncated", "silent", "html") }),
  fc.record({ kind: fc.constant("status"), status: fc.constantFrom(429, 500, 503) }),
  fc.record({ kind: fc.constant("slow"), ms: fc.nat(14_000) }),
);

const pageFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom("none", "lost") }),
  fc.record({ kind: fc.constantFrom("reset", "silent") }),
  fc.record({ kind: fc.constant("slow"), ms: fc.constant(1500) }),
);

const course = fc
  .record({
    totalMs: fc.oneof(shortMs, shortMs, fc.nat(20_000), fc.nat(90_000)),
    isFailure: fc.boolean(),
    vanishesAfterMs: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.nat(60_000) },
    ),
  })
  .map(({ totalMs, ...more }) => courseOf(totalMs, more));

const conditions: fc.Arbitrary<Conditions> = fc.record({
  creates: fc.array(createFault, { maxLength: 6 }),
  reads: fc.array(readFault, { maxLength: 10 }),
  pageCreates: fc.array(pageFault, { maxLength: 3 }),
  pageRequests: fc.array(pageFault, { maxLength: 6 }),
  slots: fc.constantFrom(null, null, 1, 2),
  slotsRetryAfterSeconds: fc.constantFrom(null, 3, 20),
  readLagMs: fc.oneof(fc.constant(0), fc.nat(LAG_MAX_MS)),
  courses: fc.array(course, { minLength: 1, maxLength: 3 }),
  echoesId: fc.boolean(),
  isTimed: fc.boolean(),
  jitterSeed: fc.nat(),
});

const press: fc.Arbitrary<Command> = fc.record({
  kind: fc.constant("press"),
  page,
  isPair: fc.boolean(),
  isDouble: fc.boolean(),
  isInTwoPages: fc.boolean(),
});

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: press },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("act"),
      page,
      row: fc.nat(5),
      action: fc.constantFrom(...ROW_ACTIONS),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("crash"), page, steps: fc.nat(25) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("open", "open", "power cut") }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom("hide", "show", "freeze", "thaw"), page }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("outage"),
      outage: fc.constantFrom(...OUTAGES),
      forMs: fc.nat(40_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("suspend"),
      forMs: fc.oneof(fc.nat(100_000), fc.constant(8 * HOUR_MS)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("set clock"),
      byMs: fc.oneof(fc.integer({ min: -90_000, max: 90_000 }), fc.constantFrom(-HOUR_MS, HOUR_MS)),
    }),
  },
);

/** A case that starts with a press, followed by other commands. */
export const randomCase: fc.Arbitrary<RandomCase> = fc.record({
  conditions,
  pageCount: fc.constantFrom(1, 1, 2, 3),
  steps: fc
    .tuple(
      fc.record({ afterMs: fc.nat(200), command: press }),
      fc.array(fc.record({ afterMs: someMs, command }), { maxLength: 10 }),
    )
    .map(([first, more]) => [first, ...more]),
});
