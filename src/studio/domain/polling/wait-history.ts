/** Collects how long generations took, each as a range from the last unfinished read to the finished one. */
import { DEFAULTS } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { secondsBetween } from "#studio/domain/life/entry-times.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { Upstream } from "./completion-prior.ts";

/** The ages between which a generation completed, counted from sending the create. */
export interface Wait {
  lowSeconds: number;
  highSeconds: number;
}

// Only the newest waits reflect Kirin's current pace.
const HISTORY_MAX = 50;

/** The waits of completed generations of the same kind, in the order of the entries, newest first. */
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

/** The kind of a request. Generations of one kind take about the same time. */
export function kindOf(request: KirinRequest): string {
  const { mode = DEFAULTS.mode, duration = DEFAULTS.duration, sound = DEFAULTS.sound } = request;
  return `${mode} ${duration} ${sound}`;
}

/** The simulator marks its tasks as simulated. Their times say nothing about the real service. */
function isFrom(upstream: Upstream, { generation }: LibraryEntry): boolean {
  if (upstream === null) return true;
  return (generation?.metadata?.simulated === true) === (upstream === "simulator");
}

/**
 * The age range in which an entry completed. Null if its times are contradictory, for example after the clock was set
 * back.
 */
function waitOf(entry: LibraryEntry): Wait | null {
  const byKirin = rangeFromKirin(entry);
  // After a clock jump, only Kirin's times are reliable.
  if (entry.jumpedAt !== null) return byKirin;
  const byReads = rangeFromReads(entry);
  if (byReads === null) return null;
  if (byKirin === null) return byReads;
  const both = {
    lowSeconds: Math.max(byReads.lowSeconds, byKirin.lowSeconds),
    highSeconds: Math.min(byReads.highSeconds, byKirin.highSeconds),
  };
  return both.lowSeconds < both.highSeconds ? both : byReads;
}

/** By the creator's clock: from the last unfinished read to the finished one. */
function rangeFromReads({ sentAt, unendedAt, endedAt }: LibraryEntry): Wait | null {
  const highSeconds = secondsBetween(sentAt, endedAt);
  const lowSeconds = secondsBetween(sentAt, unendedAt) ?? 0;
  return highSeconds !== null && lowSeconds < highSeconds ? { lowSeconds, highSeconds } : null;
}

/**
 * By Kirin's clock, which may have whole seconds: from the creation to the last change. The task was created after the
 * create was sent, by at most the duration of the create request.
 */
function rangeFromKirin({ sentAt, acceptedAt, jumpedAt, generation }: LibraryEntry): Wait | null {
  const seconds = secondsBetween(generation?.createdAt ?? null, generation?.updatedAt ?? null);
  if (seconds === null || seconds === 0) return null;
  const createSeconds = jumpedAt === null ? (secondsBetween(sentAt, acceptedAt) ?? 0) : 0;
  return { lowSeconds: Math.max(0, seconds - 1), highSeconds: seconds + 1 + createSeconds };
}
