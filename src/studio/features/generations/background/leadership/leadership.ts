/**
 * Elects the tab that does the background work. A Web Lock holds the leadership. It only avoids duplicate work: two
 * leaders would both poll, but each request is still sent once. A frozen leader keeps its lock but sends no heartbeat,
 * so another tab steals the lock.
 */
import type { Duty } from "../background-job.ts";
import type { GenerationDeps } from "../generation-deps.ts";

const LOCK_NAME = "kirin-studio-leader";
const BEAT_MS = 2000;
/**
 * After this long without a heartbeat a follower asks for one, since the browser may only have throttled the leader's
 * timers.
 */
const SILENCE_MS = 4000;
/** Messages reach even a hidden tab at once, so a leader that has not answered within this time is frozen. */
const ANSWER_MS = 2000;
/** No browser throttles a timer this much, so a longer gap means that the machine slept. */
const SLEPT_MS = 150_000;

/**
 * `beat`: heartbeat of the leader · `ask`: asks for a heartbeat · `claim`: the same, from a visible tab that wants to
 * replace a hidden leader · `yield`: the leader lets that tab steal the lock.
 */
export type LeaderMessage =
  | { kind: "beat"; isHidden: boolean }
  | { kind: "ask" }
  | { kind: "claim" | "yield"; tab: string };

export interface LeadershipWorld extends Pick<GenerationDeps, "now" | "setTimer" | "isHidden"> {
  /** Identifies this tab among the others. */
  tab: string;
  /** The browser's lock manager. Null on an insecure origin, where every tab leads. */
  locks: Pick<LockManager, "request"> | null;
  /** Broadcasts to the other tabs. */
  post: (message: LeaderMessage) => void;
  /** Subscribes to the other tabs. Returns a disposer. */
  listen: (onMessage: (message: LeaderMessage) => void) => () => void;
}

export interface Leadership {
  /** The tab became visible again, or the network is back. */
  returned(): void;
  /** The tab was hidden. */
  left(): void;
  stop(): void;
}

/** Takes part in the election for the lifetime of the tab and runs the duty while it leads. */
export function seekLeadership(world: LeadershipWorld, takeUpDuty: () => Duty): Leadership {
  const { locks, tab } = world;
  const nowMs = () => world.now().getTime();
  let isStopped = false;
  let duty: Duty | null = null;
  let resign = () => {};
  let cancelTimer = () => {};
  /** Aborts the pending lock request. */
  let request = new AbortController();
  /** Whether the next lock request steals the lock instead of waiting for it. */
  let isTaking = false;
  let hasYielded = false;
  /** Number of messages heard from the leader, and the time of the last one. */
  let signs = 0;
  let heardAtMs = nowMs();

  async function stand(manager: Pick<LockManager, "request">): Promise<void> {
    while (!isStopped) {
      request = new AbortController();
      const options = isTaking ? { steal: true } : { signal: request.signal };
      isTaking = false;
      heardAtMs = nowMs();
      awaitSilence();
      try {
        await manager.request(LOCK_NAME, options, lead);
      } catch (fault) {
        endDuty();
        // An abort means that the lock was stolen, by another tab or by this one. Any other error means that locks
        // don't work.
        if (!isAbort(fault)) await lead();
      }
    }
  }

  /** Leads until stopped or until the lock is stolen. */
  function lead(): Promise<void> {
    return new Promise((resolve) => {
      if (isStopped) return resolve();
      isTaking = false;
      resign = resolve;
      duty = takeUpDuty();
      beat();
    });
  }

  function endDuty(): void {
    cancelTimer();
    duty?.stop();
    duty = null;
    resign();
  }

  function setTimer(callback: () => void, delayMs: number): void {
    cancelTimer();
    cancelTimer = world.setTimer(callback, delayMs);
  }

  function beat(): void {
    hasYielded = false;
    world.post({ kind: "beat", isHidden: world.isHidden() });
    const beforeMs = nowMs();
    setTimer(() => {
      if (nowMs() - beforeMs > SLEPT_MS) duty?.returned();
      beat();
    }, BEAT_MS);
  }

  function awaitSilence(): void {
    const check = () => {
      // A gap of hours may come from a clock change. Asking does no harm.
      if (Math.abs(nowMs() - heardAtMs) < SILENCE_MS) awaitSilence();
      else ask();
    };
    setTimer(check, heardAtMs + SILENCE_MS - nowMs());
  }

  /** Asks for a heartbeat and steals the lock if none comes. */
  function ask(isLastTime = false): void {
    const askedAtMs = nowMs();
    const before = signs;
    world.post(world.isHidden() ? { kind: "ask" } : { kind: "claim", tab });
    setTimer(() => {
      const isLate = nowMs() - askedAtMs > 2 * ANSWER_MS;
      if (signs > before) awaitSilence();
      // This tab slept, so the answer may still be queued.
      else if (isLate && !isLastTime) ask(true);
      else take();
    }, ANSWER_MS);
  }

  function take(): void {
    isTaking = true;
    request.abort();
  }

  function hear(message: LeaderMessage): void {
    if (duty === null) follow(message);
    else answer(message, duty);
  }

  function follow(message: LeaderMessage): void {
    if (message.kind === "ask" || message.kind === "claim") return;
    signs += 1;
    heardAtMs = nowMs();
    if (world.isHidden()) return;
    if (message.kind === "yield" && message.tab === tab) take();
    if (message.kind === "beat" && message.isHidden) world.post({ kind: "claim", tab });
  }

  function answer(message: LeaderMessage, current: Duty): void {
    if (message.kind === "ask") beat();
    if (message.kind !== "claim") return;
    if (!world.isHidden()) {
      beat();
      current.returned();
    } else if (!hasYielded) {
      // Yields to one tab only. The duty ends when the lock is stolen, so nothing changes if that tab dies first.
      hasYielded = true;
      world.post({ kind: "yield", tab: message.tab });
    }
  }

  const stopListening = world.listen(hear);
  void (locks === null ? lead() : stand(locks));

  return {
    returned() {
      if (duty !== null) duty.returned();
      else if (!world.isHidden()) ask();
    },
    left() {
      if (duty !== null) beat();
    },
    stop() {
      isStopped = true;
      request.abort();
      stopListening();
      endDuty();
    },
  };
}

function isAbort(fault: unknown): boolean {
  return fault instanceof Error && fault.name === "AbortError";
}
