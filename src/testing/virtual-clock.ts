/** Virtual time for tests. It moves only when a test advances it. */

interface Timer {
  atMs: number;
  /** Null once the timer was cancelled. */
  run: (() => void) | null;
}

interface VirtualClockOptions {
  /** Waits until all work that the last timer started is done. By default, a number of microtask turns. */
  settle?: () => Promise<void>;
}

/** The initial time: noon, UTC. */
export const START_MS = Date.parse("2026-11-22T12:00:00.000Z");

/** More turns than any promise chain in the code under test needs. */
const SETTLE_TURNS = 40;

/** Fits the proxy's clock and the simulator's clock, and provides `date` and `setTimer` for the studio. */
export class VirtualClock {
  nowMs = START_MS;
  /** Error of the clock that `date` reads. Timers are not affected. */
  skewMs = 0;
  /** Number of timers that have run. */
  runCount = 0;
  readonly #settle: () => Promise<void>;
  /** Sorted by time; timers of the same time are in the order in which they were set. */
  readonly #timers: Timer[] = [];

  constructor({ settle = settleMicrotasks }: VirtualClockOptions = {}) {
    this.#settle = settle;
  }

  /** Number of timers that are set. */
  get pending(): number {
    return this.#timers.filter(({ run }) => run !== null).length;
  }

  readonly now = (): number => this.nowMs;

  readonly date = (): Date => new Date(this.nowMs + this.skewMs);

  /** Calls back once after `delayMs`. Returns a disposer. */
  readonly after = (delayMs: number, callback: () => void): (() => void) => {
    const timer: Timer = { atMs: this.nowMs + Math.max(0, delayMs), run: callback };
    this.#insert(timer);
    return () => {
      timer.run = null;
    };
  };

  /** The same as {@link after}, in the order of `setTimeout`. */
  readonly setTimer = (callback: () => void, delayMs: number): (() => void) =>
    this.after(delayMs, callback);

  /** Resolves after `ms`, or rejects when the signal aborts first. */
  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return Promise.reject(signal.reason);
    if (ms <= 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const abort = () => {
        cancel();
        reject(signal.reason);
      };
      const cancel = this.after(ms, () => {
        signal.removeEventListener("abort", abort);
        resolve();
      });
      signal.addEventListener("abort", abort, { once: true });
    });
  };

  /**
   * Advances the time and runs the timers that are due, each at its own time and followed by all work that it started.
   * Stops before the end when `isEnough` returns true; it is called before every timer.
   */
  async advance(ms: number, isEnough: () => boolean = () => false): Promise<void> {
    const endMs = this.nowMs + ms;
    await this.#settle();
    while (!isEnough()) {
      const [timer] = this.#timers;
      if (timer === undefined || timer.atMs > endMs) {
        this.nowMs = endMs;
        return;
      }
      this.#timers.shift();
      if (timer.run === null) continue;
      this.nowMs = Math.max(this.nowMs, timer.atMs);
      this.runCount += 1;
      timer.run();
      await this.#settle();
    }
  }

  /** The machine is suspended: time passes and no timer runs. Timers that fell due run at the next advance. */
  suspend(ms: number): void {
    this.nowMs += ms;
  }

  #insert(timer: Timer): void {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#timers[middle]?.atMs ?? 0) <= timer.atMs) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
  }
}

async function settleMicrotasks(): Promise<void> {
  for (let turn = 0; turn < SETTLE_TURNS; turn += 1) await Promise.resolve();
}
