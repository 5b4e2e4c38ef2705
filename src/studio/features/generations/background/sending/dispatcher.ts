/**
 * Sends prepared and held entries, each create exactly once. An entry is claimed on disk before it is sent, in a
 * transaction that only one tab can win.
 */
import { isQueued } from "#studio/domain/life/entry-rules.ts";
import { nextHold } from "#studio/domain/life/hold.ts";
import type { HoldReason, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { step } from "#studio/domain/life/life.ts";
import { planSending, retriedAfterReturn, sendQueue } from "#studio/domain/queue/send-queue.ts";
import type { SlotLimit } from "#studio/domain/queue/slot-limit.ts";
import type { GenerationDeps } from "../generation-deps.ts";
import { claimEntry } from "./claim-entry.ts";
import { createCoalescedRun } from "./coalesced-run.ts";
import { answerCreate, holdFor, holdForObstacle, queueEffectOf } from "./send-rules.ts";
import { createServerCheck } from "./server-check.ts";

/** Maximum creates in flight. A browser opens six connections per host, and reads and clips need some of them. */
const SENDING_MAX = 3;
/** Delay before the next attempt when the library can't be written. Nothing is sent until it can. */
const STORAGE_RETRY_MS = 5000;
const TIMER_MIN_MS = 200;

export interface Dispatcher {
  /** Sends everything that can be sent now. Resolves when all of it is claimed, not when the responses arrive. */
  send(): Promise<void>;
  /** Retries the entries held until the creator returns or the network is back. */
  sendAfterReturn(): Promise<void>;
  /** Sends queued entries without being asked, until disposed. Returns a disposer. */
  lead(): () => void;
}

/** Creates the dispatcher of one tab. */
export function createDispatcher(deps: GenerationDeps): Dispatcher {
  const { library, now } = deps;
  const server = createServerCheck(deps);
  const sendRun = createCoalescedRun(sendNext);
  let limit: SlotLimit = null;
  let isLeading = false;
  let cancelTimer = () => {};

  async function sendNext(): Promise<void> {
    await library.load();
    let isServerReady = false;
    while (deps.sending.getState().length < SENDING_MAX) {
      const nowMs = now().getTime();
      const plan = planSending(library.getState().entries, { nowMs, limit, isServerReady });
      for (const { id, hold } of plan.waits) {
        await library.commit(id, (entry) => holdFor(entry, hold, nowMs));
      }
      if (plan.next === null) return wakeAt(plan.wakeAtMs);
      const obstacle = await server.findObstacle();
      if (obstacle !== null) return wakeAt(await holdQueue(deps, plan.next, obstacle));
      isServerReady = true;
      const claim = await claimEntry(deps, plan.next);
      if (claim.kind === "unwritable") return wakeAt(now().getTime() + STORAGE_RETRY_MS);
      if (claim.kind === "claimed") void create(claim.entry, claim.release);
    }
  }

  function wakeAt(timeMs: number | null): void {
    cancelTimer();
    cancelTimer = () => {};
    if (timeMs === null || !isLeading) return;
    const delayMs = Math.max(timeMs - now().getTime(), TIMER_MIN_MS);
    cancelTimer = deps.setTimer(() => void sendRun.start(), delayMs);
  }

  /** The one request that costs money. */
  async function create(sent: LibraryEntry, release: () => void): Promise<void> {
    const { id, request, attempts: attempt } = sent;
    const askedAt = now().toISOString();
    const result = await deps.createGeneration(request);
    const answer = { result, attempt, askedAt, now: now().toISOString() };
    await library.update(id, (entry) => answerCreate(entry, answer));
    release();
    const effect = queueEffectOf(sent, result, { entries: library.getState().entries, limit });
    limit = effect.limit;
    await retryNow(deps, effect.released);
    await sendRun.start();
  }

  return {
    send: sendRun.start,
    async sendAfterReturn() {
      await library.load();
      server.forget();
      await retryNow(deps, retriedAfterReturn(library.getState().entries));
      await sendRun.start();
    },
    lead() {
      isLeading = true;
      const unsubscribe = library.subscribe(({ entries }) => {
        if (!sendRun.isRunning() && entries.some(isQueued)) void sendRun.start();
      });
      void sendRun.start();
      return () => {
        isLeading = false;
        unsubscribe();
        cancelTimer();
      };
    },
  };
}

type QueueDeps = Pick<GenerationDeps, "library" | "now">;

/** Nothing can be sent. Holds the queue for this reason, and returns the time of the next attempt in milliseconds. */
async function holdQueue(
  { library, now }: QueueDeps,
  next: LibraryEntry,
  reason: HoldReason,
): Promise<number> {
  const at = now();
  const hold = nextHold(reason, next.hold, at.toISOString());
  const obstacle = { hold, nextId: next.id, nowMs: at.getTime() };
  for (const { id } of sendQueue(library.getState().entries)) {
    await library.commit(id, (entry) => holdForObstacle(entry, obstacle));
  }
  return Date.parse(hold.retryAt);
}

/** Lets entries be tried at once, unless Kirin set a retry time. */
async function retryNow(
  { library, now }: QueueDeps,
  entries: readonly LibraryEntry[],
): Promise<void> {
  const retryAt = now().toISOString();
  for (const { id, hold } of entries) {
    if (hold === null || hold.retryAt <= retryAt) continue;
    await library.commit(id, (entry) => step(entry, { type: "requeue", retryAt }));
  }
}
