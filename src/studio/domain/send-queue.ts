/** What is sent next of that which has not left yet, and what it waits for. */
import { DEFAULTS } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { isQueued, mayTakeSlot } from "./entry-rules.ts";
import { isFoundBeforeSending, nextHold, RETRY_AFTER_MAX_MS } from "./hold.ts";
import type { Hold, HoldReason, LibraryEntry } from "./library-entry.ts";
import { hasFreeSlot, type SlotLimit } from "./slot-limit.ts";

interface QueueSituation {
  nowMs: number;
  limit: SlotLimit;
  /** Whether the studio's own server was just asked, and is ready to send. */
  isServerReady: boolean;
}

export interface QueueMove {
  /** The one whose turn it is, or null. */
  next: LibraryEntry | null;
  /** Those that cannot go and do not know yet why, with what they wait for. */
  waits: { id: string; hold: Hold }[];
  /** When to look again, if nothing happens before; null when there is nothing to wait for. */
  wakeAtMs: number | null;
}

/** Reasons that hold up everything behind, new or old: they are about the account's load, not about one request. */
const HOLDS_ALL: ReadonlySet<HoldReason> = new Set(["slots", "pace"]);

/** Whether everything behind one that waits for this waits with it. Nothing that waits for a person does that. */
export function holdsAll({ reason }: Hold): boolean {
  return HOLDS_ALL.has(reason);
}

/** All that has not left, in the order in which it will. */
export function sendQueue(entries: readonly LibraryEntry[]): LibraryEntry[] {
  return entries.filter(isQueued).sort(byPlace);
}

/** What a request costs follows from these, dearer last. */
const PRICE_STEPS = [
  ({ mode = DEFAULTS.mode }: KirinRequest) => (mode === "pro" ? 1 : 0),
  ({ duration = DEFAULTS.duration }: KirinRequest) => (duration === "10" ? 1 : 0),
  ({ sound = DEFAULTS.sound }: KirinRequest) => (sound === "on" ? 1 : 0),
] as const;

/** Whether a request costs at most what another one costs, as far as its parameters tell. */
function costsNoMore(request: KirinRequest, than: KirinRequest): boolean {
  return PRICE_STEPS.every((stepOf) => stepOf(request) <= stepOf(than));
}

/**
 * Entries with one cause share a try: one of them is sent, and the others wait for what Kirin says to it. The balance may
 * cover a cheaper request when it does not cover a dearer one, so there only requests of one price share.
 */
export function causeOf({ reason }: Hold, request: KirinRequest): string {
  if (reason !== "balance") return reason;
  return [reason, ...PRICE_STEPS.map((stepOf) => stepOf(request))].join(" ");
}

/**
 * Plans the queue. A held entry is tried when its time has come or its reason is known to be gone; entries with the same
 * cause wait for the result of the first. A new entry goes at once unless a reason that holds up everything is in its way.
 */
export function planSending(
  entries: readonly LibraryEntry[],
  situation: QueueSituation,
): QueueMove {
  const { nowMs, limit } = situation;
  const isFull = !hasFreeSlot(limit, entries.filter(mayTakeSlot).length);
  const beingTried = entries.flatMap(({ phase, hold, request }) =>
    phase === "sending" && hold && !isFoundBeforeSending(hold.reason)
      ? [{ ...hold, cause: causeOf(hold, request) }]
      : [],
  );
  const tried = new Set(beingTried.map(({ cause }) => cause));
  const waits: QueueMove["waits"] = [];
  let blocker =
    entries.find(({ phase, hold }) => phase === "sending" && hold && holdsAll(hold))?.hold ?? null;
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
        // Its own reason may be gone; the next one is known.
        blocker = full;
        wakeAtMs = earlier(wakeAtMs, Date.parse(full.retryAt));
        waits.push({ id: entry.id, hold: full });
        continue;
      } else {
        return { next: entry, waits, wakeAtMs: null };
      }
    }
    if (HOLDS_ALL.has(hold.reason)) blocker = hold;
  }
  return { next: null, waits, wakeAtMs };
}

function earlier(left: number | null, right: number): number {
  return left === null ? right : Math.min(left, right);
}

/** When a held one may be tried, in milliseconds. */
function dueAtMs(hold: Hold, { nowMs, limit, isServerReady }: QueueSituation, isFull: boolean) {
  if (isServerReady && isFoundBeforeSending(hold.reason)) return nowMs;
  if (hold.reason === "slots" && limit !== null && !isFull && !hold.isAsked) return nowMs;
  const retryAtMs = Date.parse(hold.retryAt);
  // A time so far ahead says that the creator's clock was set back since.
  return retryAtMs - nowMs > RETRY_AFTER_MAX_MS ? nowMs : retryAtMs;
}

/**
 * The entries whose reason an accepted create has shown to be gone: they may be tried at once. `reason` is what the
 * accepted one had waited for. The balance is known to cover only what costs no more than the accepted request.
 */
export function freedByAcceptance(
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

/** Those that wait for something the creator may just have put right, by coming back or by going online. */
export function freedByReturn(entries: readonly LibraryEntry[]): LibraryEntry[] {
  return sendQueue(entries).filter(({ hold }) => hold !== null && !HOLDS_ALL.has(hold.reason));
}

export type QueueDirection = "earlier" | "later";

/** The new places after one has changed with its neighbour; none if there is no neighbour on that side. */
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
    // Those of one press have one time: each place gets one of its own.
    lastMs = Math.max(Date.parse(queue[index]?.queuedAt ?? entry.queuedAt), lastMs + 1);
    const queuedAt = new Date(lastMs).toISOString();
    return queuedAt === entry.queuedAt ? [] : [{ id: entry.id, queuedAt }];
  });
}

function byPlace(left: LibraryEntry, right: LibraryEntry): number {
  if (left.queuedAt !== right.queuedAt) return left.queuedAt < right.queuedAt ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
