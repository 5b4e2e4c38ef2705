/**
 * Which tab looks after everything. A Web Lock elects it, and is only an economy: should two lead at once, both read, and
 * nothing is sent twice. A leader that is frozen keeps its lock and gives no sign of life; then the lock is taken from it.
 */
import type { Duty } from "./duty.ts";
import type { GenerationDeps } from "./generation-deps.ts";

const LOCK_NAME = "kirin-studio-leader";
const BEAT_MS = 2000;
/** A leader that was not heard for so long is asked whether it lives: a browser may only have slowed its timers down. */
const SILENCE_MS = 4000;
/** Messages are delivered at once, also to a hidden tab: who has not answered by now is frozen, or as good as. */
const ANSWER_MS = 2000;
/** No browser slows a timer down to this: the whole machine slept. */
const SLEPT_MS = 150_000;

/**
 * `beat`: the leader lives · `ask`: does it? · `claim`: the same, from a tab that is looked at and wants to lead in place of
 * one that is not · `yield`: the leader lets that tab take the lock.
 */
export type LeaderMessage =
  | { kind: "beat"; isHidden: boolean }
  | { kind: "ask" }
  | { kind: "claim" | "yield"; tab: string };

export interface LeadershipWorld extends Pick<GenerationDeps, "now" | "setTimer" | "isHidden"> {
  /** Names this tab among the others. */
  tab: string;
  /** The browser's lock manager; null where there is none (an insecure origin): then every tab leads. */
  locks: Pick<LockManager, "request"> | null;
  /** Tells the other tabs. */
  post: (message: LeaderMessage) => void;
  /** Hears the other tabs. Gives the way to stop listening. */
  listen: (onMessage: (message: LeaderMessage) => void) => () => void;
}

export interface Leadership {
  /** The creator came back to this tab, or is online again. */
  returned(): void;
  /** The creator looks elsewhere. */
  left(): void;
  stop(): void;
}

/** Takes part in the election for as long as the tab lives, and does the duty whenever it leads. */
export function seekLeadership(world: LeadershipWorld, takeUpDuty: () => Duty): Leadership {
  const { locks, tab } = world;
  const nowMs = () => world.now().getTime();
  let isStopped = false;
  let duty: Duty | null = null;
  let resign = () => {};
  let cancelTimer = () => {};
  /** Ends the waiting for the lock. */
  let request = new AbortController();
  /** Whether the lock is taken next instead of waited for. */
  let isTaking = false;
  let hasYielded = false;
  /** Signs of life of a leader, and when the last came. */
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
        // Another tab took the lock, or this one takes it now. Anything else says that there are no locks to be had.
        if (!isAbort(fault)) await lead();
      }
    }
  }

  /** Leads until it stops, or until the lock is taken from it. */
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
      // A distance of hours may be that of a clock that was set: asking does no harm.
      if (Math.abs(nowMs() - heardAtMs) < SILENCE_MS) awaitSilence();
      else ask();
    };
    setTimer(check, heardAtMs + SILENCE_MS - nowMs());
  }

  /** Asks for a sign of life, and takes the lock where none comes. */
  function ask(isLastTime = false): void {
    const askedAtMs = nowMs();
    const before = signs;
    world.post(world.isHidden() ? { kind: "ask" } : { kind: "claim", tab });
    setTimer(() => {
      const isLate = nowMs() - askedAtMs > 2 * ANSWER_MS;
      if (signs > before) awaitSilence();
      // This tab slept itself: the answer may be right behind.
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
      // To one at a time. The duty ends when the lock is taken: should that tab die now, nothing has changed.
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
