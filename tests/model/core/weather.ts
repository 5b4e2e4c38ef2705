/** What goes wrong in a trial: lists that are used up in turn, and troubles that last for a while. */

/** What happens to a create on its way to Kirin, at Kirin, or on the way back. `isMade`: whether there is a task in the end. */
export type CreateFault =
  | { kind: "none" | "unreachable" | "reset-before" | "stranger" }
  | { kind: "reset" | "half" | "silent" | "html" | "status"; isMade: boolean }
  /** The connection breaks, or is silent until the proxy gives up, and the create still arrives after so long. */
  | { kind: "late"; afterMs: number; isReset: boolean }
  /** It arrives twice; either answer may be the one that comes back. */
  | { kind: "duplicate"; isFirstAnswered: boolean }
  | { kind: "refuse"; status: 400 | 401 | 402 | 403 | 429; retryAfterSeconds: number | null }
  | { kind: "full"; retryAfterSeconds: number | null }
  /** The answer takes its time, or the create itself does. */
  | { kind: "slow" | "late to arrive"; afterMs: number };

export type ReadFault =
  | { kind: "none" | "unreachable" | "reset" | "half" | "silent" | "html" | "missing" | "stranger" }
  | { kind: "status"; status: 429 | 500 | 503 }
  /** Read now, told later: a younger answer may overtake it. */
  | { kind: "slow"; afterMs: number };

/** What happens between page and proxy: the request or its answer is lost, the answer never ends, or it takes a while. */
export type LinkFault = "none" | "lost" | "answer-lost" | "silent" | "slow" | "late";

/** What lasts for a while. */
export const TROUBLES = [
  "offline",
  "proxy-away",
  "no-key",
  "key-refused",
  "balance",
  "disk",
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** What Kirin makes of a task. */
export interface TaskFate {
  takesMs: number;
  isFailure: boolean;
  /** Kirin forgets it after so long; null for never. */
  vanishesAfterMs: number | null;
}

export interface Weather {
  creates: readonly CreateFault[];
  reads: readonly ReadFault[];
  /** Of creates, then of everything else. */
  createLinks: readonly LinkFault[];
  links: readonly LinkFault[];
  /** How many tasks run at a time. */
  slots: number | null;
  /** What Kirin says of that when it refuses one more. */
  slotsRetryAfterSeconds: number | null;
  /** How long a new task cannot be read. */
  readLagMs: number;
  /** In turn, from the beginning again. */
  fates: readonly TaskFate[];
  /** Whether answers repeat the external id. */
  isIdEchoed: boolean;
  /** Whether answers say when the task changed. */
  isTimed: boolean;
  /** Draws how long everything takes; null for always the same. */
  jitterSeed: number | null;
}

export const CALM: Weather = {
  creates: [],
  reads: [],
  createLinks: [],
  links: [],
  slots: null,
  slotsRetryAfterSeconds: null,
  readLagMs: 0,
  fates: [{ takesMs: 8_000, isFailure: false, vanishesAfterMs: null }],
  isIdEchoed: true,
  isTimed: true,
  jitterSeed: null,
};
