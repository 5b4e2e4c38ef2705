/**
 * Which tab looks after everything. A Web Lock elects it, and is only an economy: should two lead at once, both read, and
 * nothing is sent twice. A leader that is frozen keeps its lock and goes silent; then the lock is taken from it.
 */
import type { Duty } from "./duty.ts";
import type { GenerationDeps } from "./generation-deps.ts";

const LOCK_NAME = "kirin-studio-leader";
const BEAT_MS = 2000;
/** A leader that is silent for so long is frozen, or as good as. */
const SILENCE_MS = 6000;

/** `beat`: the leader lives · `claim`: a tab that is looked at wants to lead in place of one that is not. */
export interface LeaderMessage {
  kind: "beat" | "claim";
  isHidden: boolean;
}

export interface LeadershipWorld extends Pick<GenerationDeps, "now" | "setTimer" | "isHidden"> {
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
  stop(): void;
}

/** Takes part in the election for as long as the tab lives, and does the duty whenever it leads. */
export function seekLeadership(world: LeadershipWorld, takeUpDuty: () => Duty): Leadership {
  const { locks, now } = world;
  const stopped = new AbortController();
  let duty: Duty | null = null;
  let resign = () => {};
  let heardAtMs = now().getTime();
  let cancelTimer = () => {};

  /** Leads until it resigns or stops. */
  function lead(): Promise<void> {
    return new Promise((resolve) => {
      if (stopped.signal.aborted) return resolve();
      resign = resolve;
      duty = takeUpDuty();
      beat();
    });
  }

  function endDuty(): void {
    duty?.stop();
    duty = null;
    resign();
    resign = () => {};
  }

  function beat(): void {
    cancelTimer();
    world.post({ kind: "beat", isHidden: world.isHidden() });
    cancelTimer = world.setTimer(beat, BEAT_MS);
  }

  /** Stands for election; `steal` takes the lock from a leader that is silent. */
  async function stand(steal: boolean): Promise<void> {
    if (locks === null) return lead();
    heardAtMs = now().getTime();
    const withdrawn = new AbortController();
    const signal = AbortSignal.any([withdrawn.signal, stopped.signal]);
    listenForSilence(withdrawn);
    try {
      await locks.request(LOCK_NAME, steal ? { steal } : { signal }, () => {
        cancelTimer();
        return lead();
      });
    } catch {
      // Withdrawn to take the lock instead, stopped, or the lock was taken from this tab.
    }
    endDuty();
    if (stopped.signal.aborted) return;
    await stand(withdrawn.signal.aborted);
  }

  function listenForSilence(withdrawn: AbortController, wasSilent = false): void {
    cancelTimer();
    const beforeMs = now().getTime();
    cancelTimer = world.setTimer(() => {
      const nowMs = now().getTime();
      // A timer that comes late says that this tab slept itself: then it listens once more.
      const isLate = nowMs - beforeMs > 2 * BEAT_MS;
      const isSilent = nowMs - heardAtMs >= SILENCE_MS;
      if (isSilent && (!isLate || wasSilent)) withdrawn.abort();
      else listenForSilence(withdrawn, isSilent);
    }, BEAT_MS);
  }

  const stopListening = world.listen(({ kind, isHidden }) => {
    heardAtMs = now().getTime();
    if (kind === "beat" && duty === null && isHidden) claim();
    if (kind === "claim" && duty !== null && world.isHidden()) endDuty();
  });

  function claim(): void {
    if (!world.isHidden()) world.post({ kind: "claim", isHidden: false });
  }

  void stand(false);

  return {
    returned() {
      if (duty === null) claim();
      else duty.returned();
    },
    stop() {
      stopped.abort();
      cancelTimer();
      stopListening();
      endDuty();
    },
  };
}
