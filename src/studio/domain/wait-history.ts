/** How long generations took, as far as it is known: each as a range, from an answer "not yet" to the answer "done". */
import { DEFAULTS } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";
import type { Upstream } from "./completion-prior.ts";
import type { LibraryEntry } from "./library-entry.ts";
import { secondsBetween } from "./times.ts";

/** A completion lies between two ages, counted from when the create was sent. */
export interface Wait {
  lowSeconds: number;
  highSeconds: number;
}

// The newest tell of Kirin as it is now.
const HISTORY_MAX = 50;

/** The waits of completed generations of the same kind, in the order of the entries, which come newest first. */
export function waitsLike(
  request: KirinRequest,
  entries: readonly LibraryEntry[],
  upstream: Upstream,
): Wait[] {
  const kind = kindOf(request);
  const waits: Wait[] = [];
  for (const entry of entries) {
    if (waits.length === HISTORY_MAX) break;
    if (entry.generation?.status !== "completed" || kindOf(entry.request) !== kind) continue;
    if (!isFrom(upstream, entry)) continue;
    const wait = waitOf(entry);
    if (wait) waits.push(wait);
  }
  return waits;
}

/** Generations of one kind take alike long. */
export function kindOf(request: KirinRequest): string {
  const { mode = DEFAULTS.mode, duration = DEFAULTS.duration, sound = DEFAULTS.sound } = request;
  return `${mode} ${duration} ${sound}`;
}

/** The simulator says of its own work that it is simulated; what it needs says nothing of the real service. */
function isFrom(upstream: Upstream, { generation }: LibraryEntry): boolean {
  if (upstream === null) return true;
  return (generation?.metadata?.simulated === true) === (upstream === "simulator");
}

/** The age at which an entry completed; null when its times cannot be right, as after the clock was set back. */
function waitOf(entry: LibraryEntry): Wait | null {
  const told = rangeTold(entry);
  // After a jump of the creator's clock, only Kirin's tells anything.
  if (entry.jumpedAt !== null) return told;
  const heard = rangeHeard(entry);
  if (heard === null) return null;
  if (told === null) return heard;
  const both = {
    lowSeconds: Math.max(heard.lowSeconds, told.lowSeconds),
    highSeconds: Math.min(heard.highSeconds, told.highSeconds),
  };
  return both.lowSeconds < both.highSeconds ? both : heard;
}

/** By the creator's clock: after the last question that was answered with "not yet", before the answer that was the end. */
function rangeHeard({ sentAt, unendedAt, endedAt }: LibraryEntry): Wait | null {
  const highSeconds = secondsBetween(sentAt, endedAt);
  const lowSeconds = secondsBetween(sentAt, unendedAt) ?? 0;
  return highSeconds !== null && lowSeconds < highSeconds ? { lowSeconds, highSeconds } : null;
}

/**
 * By Kirin's clock, which may count whole seconds: from creation to the last change. Creation came after sending by no more
 * than the create took.
 */
function rangeTold({ sentAt, acceptedAt, jumpedAt, generation }: LibraryEntry): Wait | null {
  const seconds = secondsBetween(generation?.createdAt ?? null, generation?.updatedAt ?? null);
  if (seconds === null || seconds === 0) return null;
  const createSeconds = jumpedAt === null ? (secondsBetween(sentAt, acceptedAt) ?? 0) : 0;
  return { lowSeconds: Math.max(0, seconds - 1), highSeconds: seconds + 1 + createSeconds };
}
