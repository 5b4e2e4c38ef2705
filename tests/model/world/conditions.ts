/** What goes wrong in a trial: lists of faults that are used up in order, and outages that last for a while. */
import type { Fault } from "../../fake-kirin/fault.ts";
import type { TaskFate } from "../../fake-kirin/ledger.ts";

export const OUTAGES = [
  "offline",
  "proxy down",
  "no key",
  "key refused",
  "balance too low",
  "disk full",
] as const;
export type Outage = (typeof OUTAGES)[number];

export interface FaultLists {
  /** For the proxy's requests to Kirin. */
  creates: readonly Fault[];
  reads: readonly Fault[];
  /** For a page's requests to the proxy, where only `lost`, `reset`, `silent` and `slow` have an effect. */
  pageCreates: readonly Fault[];
  pageRequests: readonly Fault[];
}

export interface Conditions extends FaultLists {
  /** How many tasks run at a time. */
  slots: number | null;
  slotsRetryAfterSeconds: number | null;
  /** How long a new task cannot be read. */
  readLagMs: number;
  /** Used in turn, and again from the first. */
  fates: readonly TaskFate[];
  /** Whether answers repeat the external id. */
  echoesId: boolean;
  /** Whether answers say when the task changed. */
  isTimed: boolean;
  /** Varies how long everything takes; null for fixed times. */
  jitterSeed: number | null;
}

export const CALM: Conditions = {
  creates: [],
  reads: [],
  pageCreates: [],
  pageRequests: [],
  slots: null,
  slotsRetryAfterSeconds: null,
  readLagMs: 0,
  fates: [fateOf(8_000)],
  echoesId: true,
  isTimed: true,
  jitterSeed: null,
};

/** A task that is queued for half of the time and runs for the other half. */
export function fateOf(totalMs: number, more: Partial<TaskFate> = {}): TaskFate {
  const halves = { queueMs: totalMs / 2, runMs: totalMs / 2 };
  return { ...halves, isFailure: false, vanishesAfterMs: null, ...more };
}
