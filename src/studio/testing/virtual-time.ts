/** A clock that moves only when it is told to. */

interface Ring {
  atMs: number;
  ring: () => void;
}

/** Promises of a chain that go on before the next thing happens; no code under test has longer ones. */
const SETTLE_TURNS = 40;

export class VirtualTime {
  nowMs = Date.parse("2026-11-22T12:00:00.000Z");
  /** By how much the creator's clock is off; timers do not care. */
  skewMs = 0;
  #rings: Ring[] = [];

  readonly now = (): Date => new Date(this.nowMs + this.skewMs);

  /** Calls back later. Gives the way to call it off. */
  readonly setTimer = (callback: () => void, delayMs: number): (() => void) => {
    const ring = { atMs: this.nowMs + Math.max(delayMs, 0), ring: callback };
    this.#rings.push(ring);
    return () => {
      this.#rings = this.#rings.filter((other) => other !== ring);
    };
  };

  /** Lets time pass, and everything happen that is due. */
  async pass(ms: number): Promise<void> {
    const endMs = this.nowMs + ms;
    await settle();
    for (;;) {
      const due = this.#rings.filter(({ atMs }) => atMs <= endMs);
      const next = due.reduce<Ring | null>(
        (a, b) => (a !== null && a.atMs <= b.atMs ? a : b),
        null,
      );
      if (next === null) break;
      this.#rings = this.#rings.filter((other) => other !== next);
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.ring();
      await settle();
    }
    this.nowMs = endMs;
  }

  /** The machine sleeps: time passes and nothing happens. What was due rings at the next `pass`. */
  sleep(ms: number): void {
    this.nowMs += ms;
  }

  /** How many timers are set. */
  get pending(): number {
    return this.#rings.length;
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < SETTLE_TURNS; turn += 1) await Promise.resolve();
}
