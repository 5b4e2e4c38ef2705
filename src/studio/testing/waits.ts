/** Histories of waiting times, for the modules that learn from them. */
import type { Wait } from "#studio/domain/polling/wait-history.ts";
import { drawLogNormal, type LogNormal } from "./log-normal.ts";

/** Completion times that are known to within 5 %. */
export function waitsOf(seconds: readonly number[]): Wait[] {
  return seconds.map((end) => ({ lowSeconds: end * 0.975, highSeconds: end * 1.025 }));
}

/** Draws from a known distribution, the same for the same seed. */
export function waitsAround(known: LogNormal, count: number, seed = 1): Wait[] {
  return waitsOf(drawLogNormal(known, { seed, count }));
}
