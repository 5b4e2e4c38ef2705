/** Lets one tab of a browser download a clip while the others wait. */

const LOCK_PREFIX = "kirin-studio-download ";
/**
 * A tab that downloads reports progress more often than this, or gives up first. A tab that is silent for longer is
 * frozen, so the lock is taken from it.
 */
const SILENCE_MS = 90_000;

export interface LockDeps {
  /** Null where tabs can't coordinate: every tab then downloads what it needs. */
  locks: Pick<LockManager, "request"> | null;
  /** Calls back after a delay. Returns a disposer. */
  setTimer: (callback: () => void, delayMs: number) => () => void;
}

/** A request for the lock of one clip. */
export interface DownloadTurn<Result> {
  /** Runs while the lock is held. Has to end soon after `onLost` was called. */
  work: () => Promise<Result>;
  /** The lock was taken by another tab. */
  onLost: () => void;
  /** Ends the wait for the lock. */
  signal: AbortSignal;
}

/** Waits for the lock of a clip. */
export interface WaitingTurn<Result> {
  result: Promise<Result>;
  /** Call when the tab that holds the lock reports progress. */
  noteProgress(): void;
}

/**
 * Runs `work` when no other tab downloads that clip. Where locks don't work it runs at once. Rejects only if `signal` is
 * aborted before.
 */
export function awaitTurn<Result>(
  src: string,
  { work, onLost, signal }: DownloadTurn<Result>,
  { locks, setTimer }: LockDeps,
): WaitingTurn<Result> {
  const silence = new AbortController();
  let running: Promise<Result> | null = null;
  let cancelTimer = () => {};

  function run(): Promise<Result> {
    cancelTimer();
    running ??= work();
    return running;
  }

  function noteProgress(): void {
    if (running !== null || signal.aborted) return;
    cancelTimer();
    cancelTimer = setTimer(() => silence.abort(), SILENCE_MS);
  }

  async function request(manager: Pick<LockManager, "request">, isTaken = false): Promise<Result> {
    const wait = AbortSignal.any([signal, silence.signal]);
    try {
      const options = isTaken ? { steal: true } : { signal: wait };
      return await manager.request(LOCK_PREFIX + src, options, run);
    } catch {
      cancelTimer();
      signal.throwIfAborted();
      if (running !== null) {
        onLost();
        return running;
      }
      // Without silence, locks don't work at all in this window.
      return silence.signal.aborted && !isTaken ? request(manager, true) : run();
    }
  }

  if (locks === null) return { result: run(), noteProgress };
  noteProgress();
  return { result: request(locks), noteProgress };
}
