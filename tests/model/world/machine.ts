/** The creator's machine, which can be suspended. Its timers are then delayed until it wakes; Kirin's are not. */
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
      if (this.leftMs > 0) cancel = this.#clock.after(this.leftMs, callback);
      else callback();
    });
    return () => cancel();
  };

  suspend(ms: number): void {
    this.#suspendedUntilMs = Math.max(this.#suspendedUntilMs, this.#clock.nowMs + ms);
  }

  /** Time until the machine wakes. */
  get leftMs(): number {
    return Math.max(0, this.#suspendedUntilMs - this.#clock.nowMs);
  }
}
