/**
 * A comparison's clock whose frames are painted by the test. It schedules paints, not timers, so it is no virtual
 * clock.
 */
import type { ComparisonClock } from "#comparison/clock/comparison-clock.ts";

export class FakeFrames implements ComparisonClock {
  nowMs = 0;
  #tick: (() => void) | null = null;
  #hide: (() => void) | null = null;

  /** Whether no frame is scheduled. */
  get isIdle(): boolean {
    return this.#tick === null;
  }

  readonly now = (): number => this.nowMs;

  readonly schedule = (tick: () => void): (() => void) => {
    this.#tick = tick;
    return () => {
      this.#tick = null;
    };
  };

  readonly onHidden = (hide: () => void): (() => void) => {
    this.#hide = hide;
    return () => {
      this.#hide = null;
    };
  };

  /** Advances the time and paints one frame. */
  paintAfter(ms: number): void {
    this.nowMs += ms;
    const tick = this.#tick;
    this.#tick = null;
    tick?.();
  }

  /** Hides the page. */
  hide(): void {
    this.#hide?.();
  }
}
