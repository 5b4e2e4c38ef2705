/**
 * Sends prepared and held entries, each create exactly once. An entry is claimed on disk before it is sent, in a
 * transaction that only one tab can win.
 */

import { isQueued, mayTakeSlot } from "#studio/domain/life/entry-rules.ts";
import type { HoldReason, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { step } from "#studio/domain/life/life.ts";
import { isFoundBeforeSending, nextHold } from "#studio/domain/queue/hold.ts";
import {
  planSending,
  retriedAfterAcceptance,
  retriedAfterReturn,
  sendQueue,
} from "#studio/domain/queue/send-queue.ts";
import {
  limitAfterAcceptance,
  limitAfterRefusal,
  type SlotLimit,
} from "#studio/domain/queue/slot-limit.ts";
import type { GenerationDeps } from "../generation-deps.ts";

/** Maximum creates in flight. A browser opens six connections per host, and reads and clips need some of them. */
const SENDING_MAX = 3;
/** How long a successful readiness check stays valid. */
const READY_MS = 5000;
/** A claim older than this is not sent: the tab slept, and other tabs may already have looked for the task. */
const STALE_CLAIM_MS = 10_000;
/** Delay before the next attempt when the library can't be written. Nothing is sent until it can. */
const STORAGE_RETRY_MS = 5000;
const TIMER_MIN_MS = 200;

export interface Dispatcher {
  /** Sends everything that can be sent now. Resolves when all of it is claimed, not when it is answered. */
  send(): Promise<void>;
  /** Retries the entries held until the creator returns or the network is back. */
  sendAfterReturn(): Promise<void>;
  /** Sends queued entries without being asked, until disposed. Returns a disposer. */
  lead(): () => void;
}

/** Whether Kirin named a retry time that has not come yet. Another tab may have received it a moment ago. */
function isAskedToWait({ phase, hold }: LibraryEntry, nowMs: number): boolean {
  return phase === "held" && hold?.isAsked === true && Date.parse(hold.retryAt) > nowMs;
}

/** Creates the dispatcher of one tab. */
export function createDispatcher(deps: GenerationDeps): Dispatcher {
  const { library, now } = deps;
  let limit: SlotLimit = null;
  let readyAtMs: number | null = null;
  let current: Promise<void> | null = null;
  let isAskedAgain = false;
  let isLeading = false;
  let cancelTimer = () => {};

  async function send(): Promise<void> {
    isAskedAgain = true;
    current ??= run();
    await current;
  }

  async function run(): Promise<void> {
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        await sendInTurn();
      }
    } finally {
      current = null;
    }
  }

  async function sendInTurn(): Promise<void> {
    await library.load();
    let isServerReady = false;
    while (deps.sending.size < SENDING_MAX) {
      const { entries } = library.getState();
      const nowMs = now().getTime();
      const { next, waits, wakeAtMs } = planSending(entries, { nowMs, limit, isServerReady });
      for (const { id, hold } of waits) {
        await library.commit(id, (entry) =>
          isAskedToWait(entry, nowMs) ? entry : step(entry, { type: "hold", hold }),
        );
      }
      if (next === null) return wakeAt(wakeAtMs);
      const obstacle = await findObstacle();
      if (obstacle !== null) return holdAll(next, obstacle);
      isServerReady = true;
      if (!(await claimAndSend(next))) return wakeAt(now().getTime() + STORAGE_RETRY_MS);
    }
  }

  function wakeAt(timeMs: number | null): void {
    cancelTimer();
    cancelTimer = () => {};
    if (timeMs === null || !isLeading) return;
    const delayMs = Math.max(timeMs - now().getTime(), TIMER_MIN_MS);
    cancelTimer = deps.setTimer(() => void send(), delayMs);
  }

  /** Returns the reason why the proxy can't send, or null. Checked before anything is sent. */
  async function findObstacle(): Promise<HoldReason | null> {
    const nowMs = now().getTime();
    if (readyAtMs !== null && nowMs >= readyAtMs && nowMs - readyAtMs < READY_MS) return null;
    const config = await deps.readConfig();
    readyAtMs = null;
    if (!config.ok) return deps.isOnline() ? "server-away" : "offline";
    if (!config.value.hasKey) return "no-key";
    readyAtMs = now().getTime();
    return null;
  }

  /**
   * Nothing can be sent. Holds the next entry for this reason, and all other queued entries except those held because
   * of Kirin.
   */
  async function holdAll(next: LibraryEntry, reason: HoldReason): Promise<void> {
    const at = now().toISOString();
    const hold = nextHold(reason, next.hold, at);
    for (const { id } of sendQueue(library.getState().entries)) {
      await library.commit(id, (entry) => {
        const isForNow = entry.hold !== null && !isFoundBeforeSending(entry.hold.reason);
        const isSame = entry.hold?.reason === reason;
        if (isAskedToWait(entry, Date.parse(at))) return entry;
        if (id !== next.id && (isForNow || isSame)) return entry;
        return step(entry, { type: "hold", hold });
      });
    }
    wakeAt(Date.parse(hold.retryAt));
  }

  /** Returns false if the library couldn't be written, in which case nothing was sent. */
  async function claimAndSend({ id, attempts }: LibraryEntry): Promise<boolean> {
    const claimedAt = now();
    const claim = await library.commit(id, (entry) => {
      // Another tab has tried it since it was picked, and Kirin may have named a retry time.
      if (entry.attempts !== attempts) return entry;
      const claimed = step(entry, { type: "claim", now: claimedAt.toISOString() });
      // Set before the claim is visible, because a "sending" entry that is not in this set is treated as abandoned.
      if (claimed !== entry) deps.sending.add(id);
      return claimed;
    });
    if (!claim.ok) deps.sending.delete(id);
    if (!claim.ok || !claim.isChanged) return claim.ok;
    if (now().getTime() - claimedAt.getTime() > STALE_CLAIM_MS) {
      const { attempts: attempt } = claim.entry;
      await library.commit(id, (entry) => step(entry, { type: "release", attempt }));
      deps.sending.delete(id);
      return true;
    }
    void create(claim.entry);
    return true;
  }

  /** The one request that costs money. */
  async function create({ id, request, attempts: attempt, hold }: LibraryEntry): Promise<void> {
    const askedAt = now().toISOString();
    const result = await deps.createGeneration(request);
    const at = now().toISOString();
    await library.update(id, (entry) => {
      deps.sending.delete(id);
      if (!result.ok) {
        return step(entry, { type: "create-problem", problem: result.problem, attempt, now: at });
      }
      const answer = {
        type: "answer",
        answer: result.value,
        from: "create",
        askedAt,
        now: at,
      } as const;
      // If the answer was about another request, the phase is still "sending". A read then finds out whether the task
      // exists.
      return step(step(entry, answer), { type: "abandon" });
    });
    const { entries } = library.getState();
    const others = entries.filter((entry) => entry.id !== id && mayTakeSlot(entry));
    if (result.ok) {
      const before = limit;
      limit = limitAfterAcceptance(before, others.length + 1);
      // An acceptance within the known limit says nothing about further free slots.
      const isWithin = before !== null && before === limit && hold?.reason === "slots";
      await retryNow(
        retriedAfterAcceptance(entries, request, isWithin ? null : (hold?.reason ?? null)),
      );
    } else if (result.problem.code === "parallel-limit") {
      limit = limitAfterRefusal(others.length);
    }
    await send();
  }

  async function retryNow(entries: readonly LibraryEntry[]): Promise<void> {
    const retryAt = now().toISOString();
    for (const { id, hold } of entries) {
      if (hold === null || hold.retryAt <= retryAt) continue;
      await library.commit(id, (entry) => step(entry, { type: "requeue", retryAt }));
    }
  }

  return {
    send,
    async sendAfterReturn() {
      await library.load();
      readyAtMs = null;
      await retryNow(retriedAfterReturn(library.getState().entries));
      await send();
    },
    lead() {
      isLeading = true;
      const unsubscribe = library.subscribe(() => {
        if (current === null && library.getState().entries.some(isQueued)) void send();
      });
      void send();
      return () => {
        isLeading = false;
        unsubscribe();
        cancelTimer();
      };
    },
  };
}
