/** How long generations like this one took before: a range from the creator's own, or from what is known of Kirin. */
import { DEFAULTS } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "./library-entry.ts";
import { entryTimes } from "./times.ts";

export interface UsualTime {
  lowSeconds: number;
  highSeconds: number;
  /** How many of the creator's own generations it is drawn from; 0 for what is generally known. */
  count: number;
}

// Fewer say more about luck than about Kirin.
const HISTORY_MIN = 3;
// The newest tell of Kirin as it is now.
const HISTORY_MAX = 20;

// What the real service's users see (reference: the observed wire facts); pro takes 2 to 4 times as long as std.
const KNOWN_SECONDS = { "5": [60, 90], "10": [90, 120] } as const;
const PRO_FACTORS = [2, 4] as const;

/** The range in which such generations usually end; null when nothing is known. Entries come newest first. */
export function usualTime(
  request: KirinRequest,
  entries: readonly LibraryEntry[],
  upstream: "simulator" | "live" | null,
): UsualTime | null {
  const key = kindOf(request);
  const seconds = entries
    .filter((e) => e.generation?.status === "completed" && kindOf(e.request) === key)
    .flatMap((entry) => entryTimes(entry).totalSeconds ?? [])
    .slice(0, HISTORY_MAX)
    .sort((left, right) => left - right);
  const [low, high] = [seconds.at(0), seconds.at(-1)];
  if (seconds.length >= HISTORY_MIN && low !== undefined && high !== undefined) {
    return { lowSeconds: low, highSeconds: high, count: seconds.length };
  }
  return upstream === "live" ? knownTime(request) : null;
}

function kindOf(request: KirinRequest): string {
  const { mode = DEFAULTS.mode, duration = DEFAULTS.duration, sound = DEFAULTS.sound } = request;
  return `${mode} ${duration} ${sound}`;
}

function knownTime({ mode, duration }: KirinRequest): UsualTime {
  const [low, high] = KNOWN_SECONDS[duration ?? DEFAULTS.duration];
  const [lowFactor, highFactor] = mode === "pro" ? PRO_FACTORS : ([1, 1] as const);
  return { lowSeconds: low * lowFactor, highSeconds: high * highFactor, count: 0 };
}
