/** Access for a team: a password, sessions, and limits per member. */
import type { Clock } from "#proxy/clock.ts";
import { failed, type Result } from "#proxy/responses/failure.ts";
import type { Outcome, Scope } from "#proxy/scope.ts";
import { clientKey } from "./client-key.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { createTaskOwner } from "./task-owner.ts";
import { createRateLimiter, type RateLimiter } from "./token-bucket.ts";

export interface TeamOptions {
  /** Whether a password is the team's. */
  isPassword: (password: string) => Promise<boolean>;
  passwordHash: string;
  /** All keys are derived from it. Instances that share it open each other's sessions. */
  secret: string;
  /** Creates per minute and member. */
  createsPerMinute: number;
}

/** Wrong passwords per client, and in total, so that guessing from many addresses is slow too. */
const ATTEMPTS = { burst: 5, perMinute: 5 };
const ALL_ATTEMPTS = { burst: 30, perMinute: 30 };
/** Requests per member. A browser with many unfinished clips and a playing one stays far below. */
const REQUESTS = { burst: 300, perMinute: 3_000 };
/** Creates of one member that wait for Kirin. A tab sends three at once. */
const PARALLEL_CREATES = 6;

/** What a route asks of its caller. */
interface Demand {
  /** Whether it is served without a session. */
  isPublic: boolean;
  isCreate: boolean;
}

export interface TeamAccess {
  sessions: Sessions;
  /** Runs a handler if the request has a session, or needs none, and its member is within the limits. */
  admit(
    scope: Scope,
    request: Request,
    admission: Demand & { handle: () => Outcome | Promise<Outcome> },
  ): Promise<Outcome>;
  /** Checks a password within the limits of attempts. */
  checkPassword(password: string, clientAddress: string | undefined): Promise<Result<null>>;
}

/** Creates the access of one instance. Limits count in this instance only. */
export function createTeamAccess(options: TeamOptions, clock: Clock): TeamAccess {
  const { secret, passwordHash, createsPerMinute } = options;
  const sessions = createSessions({ secret, passwordHash, clock });
  const attempts = createRateLimiter(clock, ATTEMPTS);
  const allAttempts = createRateLimiter(clock, ALL_ATTEMPTS);
  const requests = createRateLimiter(clock, REQUESTS);
  const creates = createRateLimiter(clock, {
    burst: createsPerMinute,
    perMinute: createsPerMinute,
  });
  const inFlight = new Map<string, number>();

  async function identify(scope: Scope, request: Request): Promise<void> {
    const session = await sessions.of(request);
    if (session === null) return;
    scope.session = session;
    scope.owner = createTaskOwner(secret, session.member);
    const cookie = await sessions.renewal(session);
    if (cookie !== null) scope.cookies.push(cookie);
  }

  async function withinParallel(
    member: string,
    handle: () => Outcome | Promise<Outcome>,
  ): Promise<Outcome> {
    const count = inFlight.get(member) ?? 0;
    if (count >= PARALLEL_CREATES) return tooMany(1);
    const wait = creates.take(member);
    if (wait > 0) return tooMany(wait);
    inFlight.set(member, count + 1);
    try {
      return await handle();
    } finally {
      const left = (inFlight.get(member) ?? 1) - 1;
      if (left === 0) inFlight.delete(member);
      else inFlight.set(member, left);
    }
  }

  return {
    sessions,
    async admit(scope, request, { isPublic, isCreate, handle }) {
      await identify(scope, request);
      if (isPublic) return handle();
      const member = scope.session?.member;
      if (member === undefined) return { kind: "failure", failure: { code: "signed-out" } };
      const wait = requests.take(member);
      if (wait > 0) return tooMany(wait);
      return isCreate ? withinParallel(member, handle) : handle();
    },
    async checkPassword(password, clientAddress) {
      const limits: [RateLimiter, string][] = [
        [attempts, clientKey(clientAddress)],
        [allAttempts, "all"],
      ];
      // Taken before the check, so that guesses sent at once count as well.
      const wait = Math.max(...limits.map(([limiter, key]) => limiter.take(key)));
      if (wait > 0) return failed({ code: "too-many-attempts", retryAfterSeconds: wait });
      if (!(await options.isPassword(password))) return failed({ code: "wrong-password" });
      for (const [limiter, key] of limits) limiter.giveBack(key);
      return { ok: true, value: null };
    },
  };
}

function tooMany(retryAfterSeconds: number): Outcome {
  return { kind: "failure", failure: { code: "too-many-requests", retryAfterSeconds } };
}
