/** Virtual time: everything that happens in a trial is an event in one queue, so that a trial is the same every time. */

/** Where something happens: a machine can sleep, Kirin does not. */
export type Place = "machine" | "kirin";

interface Event {
  atMs: number;
  place: Place;
  run: () => void;
}

/** True milliseconds at which trials begin. */
export const BEGIN_MS = Date.parse("2026-11-22T12:00:00.000Z");

/** No trial has so many events, unless something goes round for ever. */
const EVENTS_MAX = 40_000;

/** The one clock of a trial. */
export class Scheduler {
  nowMs = BEGIN_MS;
  #eventCount = 0;
  /** Until when the creator's machine sleeps. */
  #asleepUntilMs = 0;
  /** Soonest first; of the same time, in the order they were asked for. */
  readonly #events: Event[] = [];

  /** Whether the trial was broken off, since it would not end. */
  get isEndless(): boolean {
    return this.#eventCount >= EVENTS_MAX;
  }

  /** Has something happen later. Gives the way to call it off. */
  after(delayMs: number, run: () => void, place: Place = "machine"): () => void {
    const event = { atMs: this.nowMs + Math.max(0, delayMs), place, run };
    this.#insert(event);
    return () => {
      event.run = nothing;
    };
  }

  /** Nothing happens on the creator's machine for a while; whatever was due happens when it wakes. */
  sleep(forMs: number): void {
    this.#asleepUntilMs = Math.max(this.#asleepUntilMs, this.nowMs + forMs);
  }

  /** Lets time pass until the creator's machine is awake. */
  async wake(): Promise<void> {
    await this.run(Math.max(0, this.#asleepUntilMs - this.nowMs));
  }

  /** Lets time pass for so long, or until `isEnough` says so; it is asked after every event. */
  async run(forMs: number, isEnough: () => boolean = () => false): Promise<void> {
    const endMs = this.nowMs + forMs;
    await settle();
    while (!this.isEndless && !isEnough()) {
      const event = this.#events[0];
      if (event === undefined || event.atMs > endMs) {
        this.nowMs = endMs;
        return;
      }
      this.#events.shift();
      if (event.run === nothing) continue;
      if (event.place === "machine" && event.atMs < this.#asleepUntilMs) {
        this.#insert(Object.assign(event, { atMs: this.#asleepUntilMs }));
        continue;
      }
      this.nowMs = Math.max(this.nowMs, event.atMs);
      this.#eventCount += 1;
      event.run();
      await settle();
    }
  }

  #insert(event: Event): void {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.atMs ?? 0) <= event.atMs) low = middle + 1;
      else high = middle;
    }
    this.#events.splice(low, 0, event);
  }
}

function nothing(): void {}

/** Every promise that can go on has gone on: Node empties its microtasks before it comes to the next tick. */
function settle(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
