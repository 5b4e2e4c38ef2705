/** What goes wrong in a trial: lists of faults that are used up in turn, and outages that last for a while. */
import type { Fault } from "../../fake-kirin/fault.ts";
import type { TaskFate } from "../../fake-kirin/ledger.ts";

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

export interface Weather {
  /** Of requests from the proxy to Kirin. */
  creates: readonly Fault[];
  reads: readonly Fault[];
  /** Of requests from a page to the proxy: creates, then everything else. Only some kinds happen there. */
  createLinks: readonly Fault[];
  links: readonly Fault[];
  /** How many tasks run at a time. */
  slots: number | null;
  slotsRetryAfterSeconds: number | null;
  /** How long a new task cannot be read. */
  readLagMs: number;
  /** In turn, from the beginning again. */
  fates: readonly TaskFate[];
  /** Whether answers repeat the external id. */
  echoesId: boolean;
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
  fates: [fateOf(8_000)],
  echoesId: true,
  isTimed: true,
  jitterSeed: null,
};

/** A task that waits for half of the time and runs for the other half. */
export function fateOf(takesMs: number, more: Partial<TaskFate> = {}): TaskFate {
  const halves = { queueMs: takesMs / 2, runMs: takesMs / 2 };
  return { ...halves, isFailure: false, vanishesAfterMs: null, ...more };
}
