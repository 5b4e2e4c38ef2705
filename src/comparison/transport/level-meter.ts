/** Level meter ballistics: instant rise, slow fall, on a decibel scale. */

const FLOOR_DB = -48;
const FALL_DB_PER_S = 30;
const CLIPPED_HOLD_MS = 1500;

/** The state of one channel's bar. */
export interface Meter {
  /** Decibels relative to full scale (0 or less); the floor for silence. */
  levelDb: number;
  /** Remaining milliseconds of the clipping indicator. */
  clippedMs: number;
}

export const SILENT_METER: Meter = { levelDb: FLOOR_DB, clippedMs: 0 };

/** The bar after `elapsedMs`, given the peak since then (1 is full scale). */
export function moveMeter(meter: Meter, peak: number, elapsedMs: number): Meter {
  const decayedDb = meter.levelDb - (FALL_DB_PER_S * elapsedMs) / 1000;
  // Silence is minus infinity.
  const peakDb = 20 * Math.log10(peak);
  return {
    levelDb: Math.min(0, Math.max(FLOOR_DB, decayedDb, peakDb)),
    clippedMs: peak > 1 ? CLIPPED_HOLD_MS : Math.max(0, meter.clippedMs - elapsedMs),
  };
}

/** The filled part of the bar, 0 to 1. */
export function filledOf({ levelDb }: Meter): number {
  return 1 - levelDb / FLOOR_DB;
}
