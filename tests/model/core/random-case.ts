/** Random lives: what a creator does and what goes wrong, as plain data that fast-check can make smaller. */
import fc from "fast-check";
import type { Fault } from "../../fake-kirin/fault.ts";
import { FULL_CODE } from "../../fake-kirin/wire.ts";
import { fateOf, TROUBLES, type Trouble, type Weather } from "./weather.ts";

/** What a creator can do with a row. */
export const ROW_ACTS = [
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

/** `tab` and `row` count round whatever there is. */
export type Command =
  | { kind: "press"; tab: number; isPair: boolean; isDouble: boolean; isInTwoTabs: boolean }
  | { kind: "row"; tab: number; row: number; act: (typeof ROW_ACTS)[number] }
  | { kind: "open" | "power cut" }
  | { kind: "hide" | "show" | "freeze" | "thaw"; tab: number }
  /** The tab goes before its next point but so many. */
  | { kind: "drop"; tab: number; points: number }
  | { kind: "trouble"; trouble: Trouble; forMs: number }
  | { kind: "sleep"; forMs: number }
  | { kind: "clock"; byMs: number };

export interface Step {
  afterMs: number;
  command: Command;
}

export interface RandomCase {
  weather: Weather;
  tabCount: number;
  steps: readonly Step[];
}

const HOUR_MS = 3_600_000;
/** Below twice the proxy's patience, with what a task may be unreadable: later, and Kirin itself would break its word. */
const LATEST_MS = 42_000;
const LAG_MAX_MS = 12_000;

const tab = fc.nat(2);
const shortMs = fc.nat(3000);
const someMs = fc.oneof(fc.nat(200), shortMs, fc.nat(30_000));
const retryAfterSeconds = fc.constantFrom(null, null, 0, 2, 15, 700);
const isApplied = fc.boolean();

const createFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom("none", "unreachable", "lost", "stranger") }),
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
    code: fc.constant(FULL_CODE),
    retryAfterSeconds,
  }),
  fc.record({ kind: fc.constantFrom("slow", "delayed"), ms: fc.nat(29_000) }),
);

const readFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("none", "unreachable", "lost", "missing", "stranger"),
  }),
  fc.record({ kind: fc.constantFrom("reset", "truncated", "silent", "html") }),
  fc.record({ kind: fc.constant("status"), status: fc.constantFrom(429, 500, 503) }),
  fc.record({ kind: fc.constant("slow"), ms: fc.nat(14_000) }),
);

const linkFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom("none", "lost") }),
  fc.record({ kind: fc.constantFrom("reset", "silent") }),
  fc.record({ kind: fc.constant("slow"), ms: fc.constant(1500) }),
);

const weather: fc.Arbitrary<Weather> = fc.record({
  creates: fc.array(createFault, { maxLength: 6 }),
  reads: fc.array(readFault, { maxLength: 10 }),
  createLinks: fc.array(linkFault, { maxLength: 3 }),
  links: fc.array(linkFault, { maxLength: 6 }),
  slots: fc.constantFrom(null, null, 1, 2),
  slotsRetryAfterSeconds: fc.constantFrom(null, 3, 20),
  readLagMs: fc.oneof(fc.constant(0), fc.nat(LAG_MAX_MS)),
  fates: fc.array(
    fc
      .record({
        takesMs: fc.oneof(shortMs, shortMs, fc.nat(20_000), fc.nat(90_000)),
        isFailure: fc.boolean(),
        vanishesAfterMs: fc.oneof(
          { weight: 9, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.nat(60_000) },
        ),
      })
      .map(({ takesMs, ...more }) => fateOf(takesMs, more)),
    { minLength: 1, maxLength: 3 },
  ),
  echoesId: fc.boolean(),
  isTimed: fc.boolean(),
  jitterSeed: fc.nat(),
});

const press: fc.Arbitrary<Command> = fc.record({
  kind: fc.constant("press"),
  tab,
  isPair: fc.boolean(),
  isDouble: fc.boolean(),
  isInTwoTabs: fc.boolean(),
});

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: press },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("row"),
      tab,
      row: fc.nat(5),
      act: fc.constantFrom(...ROW_ACTS),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("drop"), tab, points: fc.nat(25) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("open", "open", "power cut") }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom("hide", "show", "freeze", "thaw"), tab }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("trouble"),
      trouble: fc.constantFrom(...TROUBLES),
      forMs: fc.nat(40_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("sleep"),
      forMs: fc.oneof(fc.nat(100_000), fc.constant(8 * HOUR_MS)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("clock"),
      byMs: fc.oneof(fc.integer({ min: -90_000, max: 90_000 }), fc.constantFrom(-HOUR_MS, HOUR_MS)),
    }),
  },
);

/** A creator who presses at least once, and then lives through something. */
export const randomCase: fc.Arbitrary<RandomCase> = fc.record({
  weather,
  tabCount: fc.constantFrom(1, 1, 2, 3),
  steps: fc
    .tuple(
      fc.record({ afterMs: fc.nat(200), command: press }),
      fc.array(fc.record({ afterMs: someMs, command }), { maxLength: 10 }),
    )
    .map(([first, more]) => [first, ...more]),
});
