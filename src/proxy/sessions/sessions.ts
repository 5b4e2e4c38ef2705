/** Sessions of a team's members, in sealed cookies: every instance with the same secret opens them. */
import * as z from "zod/mini";
import type { Clock } from "#proxy/clock.ts";
import { cookieHeader, readCookie } from "./cookies.ts";
import { createSealer } from "./seal.ts";

/** A signed-in browser. */
export interface Session {
  /** Ends with the session. */
  id: string;
  /** Stays when the browser signs in again, so that it keeps its tasks. */
  member: string;
  startedMs: number;
  expiresMs: number;
}

export interface Sessions {
  /** The session of a request, or null. */
  of(request: Request): Promise<Session | null>;
  /** Starts a session. Returns the cookies to set. */
  start(request: Request): Promise<string[]>;
  /** The cookie that prolongs a session, once half of its time is over, or null. */
  renewal(session: Session): Promise<string | null>;
  /** Ends a session, so that a copy of its cookie opens nothing either. Returns the cookies to remove. */
  end(session: Session): string[];
}

const HOUR_MS = 60 * 60_000;
/** A session ends when it has not been used for so long, */
const LIFETIME_MS = 12 * HOUR_MS;
/** or this long after the sign-in, however much it is used. */
const LONGEST_MS = 7 * 24 * HOUR_MS;
const MEMBER_COOKIE_SECONDS = 400 * 24 * 60 * 60;

const SESSION = "session";
const MEMBER = "member";

const sessionSchema = z.object({
  id: z.string(),
  member: z.string(),
  startedMs: z.number(),
  expiresMs: z.number(),
});
const memberSchema = z.object({ member: z.string() });

export interface SessionsOptions {
  /** All keys are derived from it. */
  secret: string;
  /** Sessions end when it changes. */
  passwordHash: string;
  clock: Clock;
}

/** Creates the sessions of one instance. Ended sessions are remembered by this instance only. */
export function createSessions({ secret, passwordHash, clock }: SessionsOptions): Sessions {
  const sessionSealer = createSealer(secret, `session ${passwordHash}`);
  const memberSealer = createSealer(secret, MEMBER);
  /** Ended sessions, until they would have expired anyway. */
  const ended = new Map<string, number>();

  async function sessionCookie(session: Session): Promise<string> {
    const seconds = Math.ceil((session.expiresMs - clock.now()) / 1000);
    return cookieHeader(SESSION, await sessionSealer.seal(session), seconds);
  }

  async function memberOf(request: Request): Promise<string> {
    const text = readCookie(request, MEMBER);
    const opened = text === null ? null : await memberSealer.open(text);
    const parsed = z.safeParse(memberSchema, opened);
    return parsed.success ? parsed.data.member : crypto.randomUUID();
  }

  return {
    async of(request) {
      const text = readCookie(request, SESSION);
      const opened = text === null ? null : await sessionSealer.open(text);
      const parsed = z.safeParse(sessionSchema, opened);
      if (!parsed.success) return null;
      const { id, expiresMs } = parsed.data;
      return expiresMs > clock.now() && !ended.has(id) ? parsed.data : null;
    },
    async start(request) {
      const now = clock.now();
      const member = await memberOf(request);
      const id = crypto.randomUUID();
      const session = { id, member, startedMs: now, expiresMs: now + LIFETIME_MS };
      const sealed = await memberSealer.seal({ member });
      return [await sessionCookie(session), cookieHeader(MEMBER, sealed, MEMBER_COOKIE_SECONDS)];
    },
    async renewal(session) {
      const now = clock.now();
      const expiresMs = Math.min(now + LIFETIME_MS, session.startedMs + LONGEST_MS);
      const isDue = session.expiresMs - now < LIFETIME_MS / 2 && expiresMs > session.expiresMs;
      return isDue ? sessionCookie({ ...session, expiresMs }) : null;
    },
    end({ id, startedMs }) {
      for (const [one, untilMs] of ended) if (untilMs <= clock.now()) ended.delete(one);
      // A prolonged copy of the cookie may live this long.
      ended.set(id, startedMs + LONGEST_MS);
      return [cookieHeader(SESSION, "", 0)];
    },
  };
}
