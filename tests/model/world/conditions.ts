/** The faults of a trial: lists that are consumed in order, and outages with a duration. */
import type { Fault } from "../../fake-kirin/fault.ts";
import type { TaskCourse } from "../../fake-kirin/ledger.ts";

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
  /** For a page's requests to the proxy. Only `lost`, `reset`, `silent` and `slow` have an effect. */
  pageCreates: readonly Fault[];
  pageRequests: readonly Fault[];
}

export interface Conditions extends FaultLists {
  /** Maximum number of tasks that run at once; null for no limit. */
  slots: number | null;
  slotsRetryAfterSeconds: number | null;
  /** Delay until a new task can be read. */
  readLagMs: number;
  /** Used in turn, starting over after the last. */
  courses: readonly TaskCourse[];
  /** Whether responses repeat the external id. */
  echoesId: boolean;
  /** Whether responses contain the times at which the task changed. */
  isTimed: boolean;
  /** Seed for varying all latencies; null for fixed ones. */
  jitterSeed: number | null;
}

export const NO_FAULTS: Conditions = {
  creates: [],
  reads: [],
  pageCreates: [],
  pageRequests: [],
  slots: null,
  slotsRetryAfterSeconds: null,
  readLagMs: 0,
  courses: [courseOf(8_000)],
  echoesId: true,
  isTimed: true,
  jitterSeed: null,
};

/** A course with half of the time in the queue and half running. */
export function courseOf(totalMs: number, more: Partial<TaskCourse> = {}): TaskCourse {
  const halves = { queueMs: totalMs / 2, runMs: totalMs / 2 };
  return { ...halves, isFailure: false, vanishesAfterMs: null, ...more };
}
