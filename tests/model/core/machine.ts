/** The creator's machine, which can be suspended: its timers then run when it wakes, while Kirin's keep their time. */
import type { VirtualClock } from "#testing/virtual-clock.ts";

export class Machine {
  readonly #clock: VirtualClock;
  #suspendedUntilMs = 0;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** Calls back once after `delayMs`, or when the machine wakes if it is suspended then. Returns a disposer. */
  readonly after = (delayMs: number, callback: () => void): (() => void) => {
    let cancel = this.#clock.after(delayMs, () => {
      const leftMs = this.#suspendedUntilMs - this.#clock.nowMs;
      if (leftMs > 0) cancel = this.#clock.after(leftMs, callback);
      else callback();
    });
    return () => cancel();
  };

  suspend(ms: number): void {
    this.#suspendedUntilMs = Math.max(this.#suspendedUntilMs, this.#clock.nowMs + ms);
  }

  /** Advances the time until the machine is awake. */
  async wake(): Promise<void> {
    await this.#clock.advance(Math.max(0, this.#suspendedUntilMs - this.#clock.nowMs));
  }
}
