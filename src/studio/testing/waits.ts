/** Histories of waits, for what learns from them. */
import type { Wait } from "#studio/domain/polling/wait-history.ts";
import { drawLogNormal, type LogNormal } from "./log-normal.ts";

/** Ends that are known to a twentieth. */
export function waitsOf(seconds: readonly number[]): Wait[] {
  return seconds.map((end) => ({ lowSeconds: end * 0.975, highSeconds: end * 1.025 }));
}

/** Drawn from a known distribution, the same for the same seed. */
export function waitsAround(known: LogNormal, count: number, seed = 1): Wait[] {
  return waitsOf(drawLogNormal(known, { seed, count }));
}
