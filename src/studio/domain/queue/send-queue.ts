/** Picks the next queued entry to send, and decides what the others wait for. */
import { DEFAULTS } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { isQueued, mayTakeSlot } from "#studio/domain/life/entry-rules.ts";
import { isFoundBeforeSending, nextHold, RETRY_AFTER_MAX_MS } from "#studio/domain/life/hold.ts";
import type { Hold, HoldReason, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { hasFreeSlot, type SlotLimit } from "./slot-limit.ts";

interface QueueSituation {
  nowMs: number;
  limit: SlotLimit;
  /** Whether the studio's own server has just confirmed that it can send. */
  isServerReady: boolean;
}

export interface QueuePlan {
  /** The entry to send now, or null. */
  next: LibraryEntry | null;
  /** Entries whose reason to wait is new, with the hold to set. */
  waits: { id: string; hold: Hold }[];
  /** When to plan again if nothing happens before. Null if there is nothing to wait for. */
  wakeAtMs: number | null;
}

/** Reasons that block every later entry, because they concern the account's load instead of a single request. */
const BLOCKS_QUEUE: ReadonlySet<HoldReason> = new Set(["slots", "pace"]);

/** Whether a hold blocks all later entries too. A hold that the creator has to fix never does. */
export function blocksQueue({ reason }: Hold): boolean {
  return BLOCKS_QUEUE.has(reason);
}

/** All queued entries, in the order in which they are sent. */
export function sendQueue(entries: readonly LibraryEntry[]): LibraryEntry[] {
  return entries.filter(isQueued).sort(byPlace);
}

/** The parameters that decide the price. A higher number costs more. */
const PRICE_STEPS = [
  ({ mode = DEFAULTS.mode }: KirinRequest) => (mode === "pro" ? 1 : 0),
  ({ duration = DEFAULTS.duration }: KirinRequest) => (duration === "10" ? 1 : 0),
  ({ sound = DEFAULTS.sound }: KirinRequest) => (sound === "on" ? 1 : 0),
] as const;

/** Whether a request costs at most as much as another, judging by its parameters. */
function costsNoMore(request: KirinRequest, than: KirinRequest): boolean {
  return PRICE_STEPS.every((stepOf) => stepOf(request) <= stepOf(than));
}

/**
 * Identifies the cause of a hold. Entries with the same cause share a try: one is sent, and the others wait for its
 * result. For `balance`, only requests of the same price share a try, because a low balance may still cover a cheaper
 * one.
 */
export function causeOf({ reason }: Hold, request: KirinRequest): string {
  if (reason !== "balance") return reason;
  return [reason, ...PRICE_STEPS.map((stepOf) => stepOf(request))].join(" ");
}

/**
 * Plans the queue. A held entry is tried when its time has come or its reason is known to have gone. Entries with the
 * same cause wait for the result of the first one. A new entry is sent at once unless an earlier hold blocks all
 * entries.
 */
export function planSending(
  entries: readonly LibraryEntry[],
  situation: QueueSituation,
): QueuePlan {
  const { nowMs, limit } = situation;
  const isFull = !hasFreeSlot(limit, entries.filter(mayTakeSlot).length);
  const beingTried = entries.flatMap(({ phase, hold, request }) =>
    phase === "sending" && hold && !isFoundBeforeSending(hold.reason)
      ? [{ ...hold, cause: causeOf(hold, request) }]
      : [],
  );
  const tried = new Set(beingTried.map(({ cause }) => cause));
  const waits: QueuePlan["waits"] = [];
  let blocker =
    entries.find(({ phase, hold }) => phase === "sending" && hold && blocksQueue(hold))?.hold ??
    null;
  let wakeAtMs: number | null = null;
  const full = nextHold("slots", null, new Date(nowMs).toISOString());

  for (const entry of sendQueue(entries)) {
    const hold = entry.phase === "held" ? entry.hold : null;
    if (hold === null) {
      const isFirst = blocker === null;
      if (isFull) blocker ??= full;
      if (blocker === null) return { next: entry, waits, wakeAtMs: null };
      if (isFirst) wakeAtMs = earlier(wakeAtMs, Date.parse(blocker.retryAt));
      waits.push({ id: entry.id, hold: blocker });
      continue;
    }
    if (blocker !== null) continue;
    const cause = causeOf(hold, entry.request);
    if (!tried.has(cause)) {
      tried.add(cause);
      const dueMs = dueAtMs(hold, situation, isFull);
      if (dueMs > nowMs) {
        wakeAtMs = earlier(wakeAtMs, dueMs);
      } else if (isFull && hold.reason !== "slots") {
        // The original reason may no longer apply, but no slot is free, so the entry now waits for a slot.
        blocker = full;
        wakeAtMs = earlier(wakeAtMs, Date.parse(full.retryAt));
        waits.push({ id: entry.id, hold: full });
        continue;
      } else {
        return { next: entry, waits, wakeAtMs: null };
      }
    }
    if (BLOCKS_QUEUE.has(hold.reason)) blocker = hold;
  }
  return { next: null, waits, wakeAtMs };
}

function earlier(left: number | null, right: number): number {
  return left === null ? right : Math.min(left, right);
}

/** When a held entry may be tried, in milliseconds since the epoch. */
function dueAtMs(hold: Hold, { nowMs, limit, isServerReady }: QueueSituation, isFull: boolean) {
  if (isServerReady && isFoundBeforeSending(hold.reason)) return nowMs;
  if (hold.reason === "slots" && limit !== null && !isFull && !hold.isAsked) return nowMs;
  const retryAtMs = Date.parse(hold.retryAt);
  // A time this far ahead means that the creator's clock was set back.
  return retryAtMs - nowMs > RETRY_AFTER_MAX_MS ? nowMs : retryAtMs;
}

/**
 * Entries whose reason no longer applies after an accepted create, so that they may be tried at once. `reason` is what
 * the accepted entry was held for. An accepted create only proves that the balance covers requests that cost no more.
 */
export function retriedAfterAcceptance(
  entries: readonly LibraryEntry[],
  accepted: KirinRequest,
  reason: HoldReason | null,
): LibraryEntry[] {
  const gone = new Set<HoldReason | null>([reason, "key-refused", "balance", "kirin-away"]);
  return sendQueue(entries).filter(({ hold, request }) => {
    if (hold === null || !gone.has(hold.reason)) return false;
    return hold.reason !== "balance" || costsNoMore(request, accepted);
  });
}

/** Entries held for something that the creator may have fixed by returning to the page or going online. */
export function retriedAfterReturn(entries: readonly LibraryEntry[]): LibraryEntry[] {
  return sendQueue(entries).filter(({ hold }) => hold !== null && !BLOCKS_QUEUE.has(hold.reason));
}

export type QueueDirection = "earlier" | "later";

/** Swaps an entry with its neighbour and returns the new positions. Empty if there is no neighbour on that side. */
export function movedPlaces(
  entries: readonly LibraryEntry[],
  id: string,
  direction: QueueDirection,
): { id: string; queuedAt: string }[] {
  const queue = sendQueue(entries);
  const from = queue.findIndex((entry) => entry.id === id);
  const to = direction === "earlier" ? from - 1 : from + 1;
  const [moved, neighbour] = [queue[from], queue[to]];
  if (moved === undefined || neighbour === undefined) return [];
  const order = queue.with(from, neighbour).with(to, moved);
  let lastMs = Number.NEGATIVE_INFINITY;
  return order.flatMap((entry, index) => {
    // Entries of one press share one time, so each place gets a distinct time.
    lastMs = Math.max(Date.parse(queue[index]?.queuedAt ?? entry.queuedAt), lastMs + 1);
    const queuedAt = new Date(lastMs).toISOString();
    return queuedAt === entry.queuedAt ? [] : [{ id: entry.id, queuedAt }];
  });
}

function byPlace(left: LibraryEntry, right: LibraryEntry): number {
  if (left.queuedAt !== right.queuedAt) return left.queuedAt < right.queuedAt ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
