/**
 * Sends what is prepared or held, each create exactly once: a row is claimed on the disk first, in a transaction that only
 * one tab can win, and only then does a byte leave.
 */

import { isQueued, mayTakeSlot } from "#studio/domain/entry-rules.ts";
import { isFoundBeforeSending, nextHold } from "#studio/domain/hold.ts";
import type { HoldReason, LibraryEntry } from "#studio/domain/library-entry.ts";
import { step } from "#studio/domain/life.ts";
import {
  freedByAcceptance,
  freedByReturn,
  planSending,
  sendQueue,
} from "#studio/domain/send-queue.ts";
import {
  limitAfterAcceptance,
  limitAfterRefusal,
  type SlotLimit,
} from "#studio/domain/slot-limit.ts";
import type { GenerationDeps } from "./generation-deps.ts";

/** Creates under way at a time: a browser opens six connections to one host, and reads and clips want theirs. */
const SENDING_MAX = 3;
/** The server's word that it is ready holds for so long. */
const READY_MS = 5000;
/** A tab that slept between claiming and sending does not send: others may have looked meanwhile. */
const STALE_CLAIM_MS = 10_000;
/** Where the library cannot be written, nothing is sent; it is tried again. */
const STORAGE_RETRY_MS = 5000;
const TIMER_MIN_MS = 200;

export interface Dispatcher {
  /** Sends whatever may go now. Resolves when all of that is claimed, not when it is answered. */
  send(): Promise<void>;
  /** The creator came back or is online again: what waits for that is tried at once. */
  sendAfterReturn(): Promise<void>;
  /** Takes care of the queue from now on, and not only when asked to. Gives the way to end that. */
  lead(): () => void;
}

/** Whether Kirin named a time for it, perhaps to another tab and just now. */
function isAskedToWait({ phase, hold }: LibraryEntry, nowMs: number): boolean {
  return phase === "held" && hold?.isAsked === true && Date.parse(hold.retryAt) > nowMs;
}

/** A dispatcher for one tab. */
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
      const { entries } = library.getSnapshot();
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

  /** What keeps the studio's own server from sending, asked before anything leaves. */
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

  /** Nothing can go: the one whose turn it was, and all that were not told to wait yet, wait for this reason. */
  async function holdAll(next: LibraryEntry, reason: HoldReason): Promise<void> {
    const at = now().toISOString();
    const hold = nextHold(reason, next.hold, at);
    for (const { id } of sendQueue(library.getSnapshot().entries)) {
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

  /** False if the library could not be written, and so nothing was sent. */
  async function claimAndSend({ id, attempts }: LibraryEntry): Promise<boolean> {
    const claimedAt = now();
    const claim = await library.commit(id, (entry) => {
      // Another tab has tried since this was decided, and Kirin may have named a time.
      if (entry.attempts !== attempts) return entry;
      const claimed = step(entry, { type: "claim", now: claimedAt.toISOString() });
      // Before anybody sees the row: what is being sent here is nobody's to look for, and all else is.
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
      // After an answer about something else, whether there is a task is for a read to say.
      return step(step(entry, answer), { type: "abandon" });
    });
    const { entries } = library.getSnapshot();
    const others = entries.filter((entry) => entry.id !== id && mayTakeSlot(entry));
    if (result.ok) {
      const before = limit;
      limit = limitAfterAcceptance(before, others.length + 1);
      // A slot that was free within the known limit says nothing about the next one.
      const isWithin = before !== null && before === limit && hold?.reason === "slots";
      await retryNow(freedByAcceptance(entries, request, isWithin ? null : (hold?.reason ?? null)));
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
      await retryNow(freedByReturn(library.getSnapshot().entries));
      await send();
    },
    lead() {
      isLeading = true;
      const unsubscribe = library.subscribe(() => {
        if (current === null && library.getSnapshot().entries.some(isQueued)) void send();
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
