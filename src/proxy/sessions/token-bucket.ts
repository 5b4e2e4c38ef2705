/** Limits how often something may be done, per key, with a bounded memory. */
import type { Clock } from "#proxy/clock.ts";

/** More keys than this are not tracked at once. The oldest is forgotten, which only ever allows more. */
const MAX_KEYS = 10_000;

export interface Rate {
  /** How many may be done at once. */
  burst: number;
  /** How many are added per minute. */
  perMinute: number;
}

export interface RateLimiter {
  /** Takes one. Returns 0, or the number of seconds until there is one again. */
  take(key: string): number;
  /** Gives one back. */
  giveBack(key: string): void;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Creates a limiter of token buckets, all full at first. */
export function createRateLimiter(clock: Clock, { burst, perMinute }: Rate): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;

  function refilled(key: string): Bucket {
    const now = clock.now();
    const bucket = buckets.get(key) ?? { tokens: burst, atMs: now };
    // A clock that was set back must not take tokens away.
    const gained = Math.max(0, now - bucket.atMs) * perMs;
    return { tokens: Math.min(burst, bucket.tokens + gained), atMs: now };
  }

  function store(key: string, bucket: Bucket): void {
    buckets.delete(key);
    // A Map iterates in insertion order, so the first key is the one used longest ago.
    const [oldest] = buckets.keys();
    if (buckets.size >= MAX_KEYS && oldest !== undefined) buckets.delete(oldest);
    buckets.set(key, bucket);
  }

  return {
    take(key) {
      const bucket = refilled(key);
      const isFree = bucket.tokens >= 1;
      if (isFree) bucket.tokens -= 1;
      store(key, bucket);
      return isFree ? 0 : Math.ceil((1 - bucket.tokens) / perMs / 1000);
    },
    giveBack(key) {
      const bucket = refilled(key);
      store(key, { ...bucket, tokens: Math.min(burst, bucket.tokens + 1) });
    },
  };
}
