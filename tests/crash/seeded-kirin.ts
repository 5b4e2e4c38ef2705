/** Draws the behaviour of a trial's Kirin and the faults of its requests from the trial's seed. */
import { CREATE_TIMEOUT_MS } from "#contract/time-limits.ts";
import { type SeededRandom, seededRandom } from "#testing/seeded-random.ts";
import { type Behavior, type FakeClock, FakeKirin } from "../fake-kirin/fake-kirin.ts";
import { type Fault, NO_FAULT, type RequestKind } from "../fake-kirin/fault.ts";
import type { TaskCourse } from "../fake-kirin/ledger.ts";

/** How many faults a trial has. Shares are from 0 to 1, times by the creator's clock. */
export interface Profile {
  /** Shares of requests that fail, by kind. */
  faultShares: Record<RequestKind, number>;
  readLagMs: number;
  slots: number | null;
  slotsRetryAfterSeconds: number | null;
  /** A key or balance that is wrong for a while. */
  outage: { status: 401 | 402; fromMs: number; untilMs: number } | null;
  echoesId: boolean;
  isWrapped: boolean;
  /** Shares of tasks that fail, and of tasks that Kirin forgets. */
  failing: number;
  vanishing: number;
}

/** A task becomes readable at most this long after its create: less than twice the proxy's timeout, with a margin. */
const LATEST_MS = 42_000;
const COSTS = ["0.21", "0.42", "0.35", "0.84", "1.68", "0.07", "0.105"];

interface SeededKirinOptions {
  seed: number;
  clock: FakeClock;
  /** Builds the URLs of clips. */
  clipUrl: Behavior["clipUrl"];
  /** Overrides parts of the drawn profile. */
  profile?: Partial<Profile>;
}

/** The Kirin of one trial. */
export function seededKirin({ seed, clock, clipUrl, ...options }: SeededKirinOptions): FakeKirin {
  const profile = { ...drawProfile(seed), ...options.profile };
  const { outage, faultShares, readLagMs } = profile;
  const startedAtMs = clock.now();
  const randoms = {
    create: seededRandom(seed, "creates"),
    read: seededRandom(seed, "reads"),
    clip: seededRandom(seed, "clips"),
  };
  const draws = {
    create: () => drawCreateFault(randoms.create, readLagMs),
    read: () => drawReadFault(randoms.read),
    clip: () => drawClipFault(randoms.clip),
  };
  return new FakeKirin({
    clock,
    behavior: { ...profile, clipUrl, deniesOnlyReported: true },
    nextFault: (request) =>
      randoms[request].chance(faultShares[request]) ? draws[request]() : NO_FAULT,
    courseOf: (index) => drawCourse(seededRandom(seed, `task ${index}`), profile),
    outage: () => {
      const ageMs = clock.now() - startedAtMs;
      return outage && ageMs >= outage.fromMs && ageMs < outage.untilMs ? outage.status : null;
    },
  });
}

function drawProfile(seed: number): Profile {
  const random = seededRandom(seed, "profile");
  const isCalm = random.chance(0.15);
  const outageFromMs = random.between(0, 20_000);
  return {
    faultShares: {
      create: isCalm ? 0 : random.between(0.3, 0.95),
      read: isCalm ? 0 : random.between(0, 0.6),
      clip: isCalm ? 0 : random.between(0, 0.6),
    },
    readLagMs: random.chance(0.4) ? random.between(500, LATEST_MS - CREATE_TIMEOUT_MS) : 0,
    slots: random.chance(0.3) ? random.int(1, 2) : null,
    slotsRetryAfterSeconds: random.chance(0.5) ? 3 : null,
    outage: random.chance(0.15)
      ? {
          status: random.chance(0.7) ? 402 : 401,
          fromMs: outageFromMs,
          untilMs: outageFromMs + random.between(5_000, 60_000),
        }
      : null,
    echoesId: random.chance(0.7),
    isWrapped: random.chance(0.3),
    failing: random.between(0, 0.4),
    vanishing: random.chance(0.1) ? 0.5 : 0,
  };
}

function drawCourse(random: SeededRandom, { failing, vanishing }: Profile): TaskCourse {
  const queueMs = random.between(0, 8_000);
  const runMs = random.between(1_000, 30_000);
  return {
    queueMs,
    runMs,
    isFailure: random.chance(failing),
    cost: COSTS[random.int(0, COSTS.length - 1)] ?? "0.21",
    // A task that vanishes never ends and costs nothing.
    vanishesAfterMs: random.chance(vanishing) ? queueMs + random.between(0, runMs) : null,
  };
}

function drawCreateFault(random: SeededRandom, readLagMs: number): Fault {
  const isApplied = random.chance(0.6);
  const kind = random.weighted([
    ["lost", 1],
    ["reset", 2],
    ["truncated", 2],
    ["silent", 2],
    ["status", 2],
    ["html", 1],
    ["late", 2],
    ["duplicate", 2],
    ["refused", 2],
    ["slow", 2],
  ]);
  switch (kind) {
    case "status":
      return { kind, isApplied, status: oneOf(random, [500, 502, 503]) };
    case "late":
      return drawLateCreate(random, readLagMs);
    case "refused":
      return {
        kind,
        status: 429,
        code: random.chance(0.6) ? "1303" : "429",
        retryAfterSeconds: random.chance(0.5) ? random.int(0, 15) : null,
      };
    case "slow":
      return { kind, ms: random.between(500, CREATE_TIMEOUT_MS - 5_000) };
    // The network delivers the request twice, and the caller gets the second response.
    case "duplicate":
      return { kind, isFirstAnswered: false };
    case "lost":
      return { kind };
    default:
      return { kind, isApplied };
  }
}

/** A task that is created after the proxy timed out or the connection broke. */
function drawLateCreate(random: SeededRandom, readLagMs: number): Fault {
  const latestMs = LATEST_MS - readLagMs;
  return random.chance(0.5)
    ? { kind: "late", isReset: true, ms: random.between(500, latestMs) }
    : { kind: "late", isReset: false, ms: random.between(CREATE_TIMEOUT_MS - readLagMs, latestMs) };
}

function drawReadFault(random: SeededRandom): Fault {
  const kind = random.weighted([
    ["reset", 2],
    ["html", 1],
    ["truncated", 1],
    ["silent", 1],
    ["missing", 1],
    ["status", 2],
    ["slow", 3],
  ]);
  if (kind === "status") return { kind, status: oneOf(random, [500, 500, 503, 503, 429]) };
  return kind === "slow" ? { kind, ms: random.between(500, 12_000) } : { kind };
}

function drawClipFault(random: SeededRandom): Fault {
  const kind = random.weighted([
    ["reset", 1],
    ["truncated", 3],
    ["expired", 3],
    ["silent", 1],
    ["status", 1],
  ]);
  return kind === "status" ? { kind, status: 500 } : { kind };
}

function oneOf(random: SeededRandom, values: readonly number[]): number {
  return values[random.int(0, values.length - 1)] ?? 500;
}
