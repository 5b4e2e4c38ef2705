/**
 * One page of the studio with its real library, dispatcher, actions and leader election. Every call to the world takes
 * two steps, one before its effect and one before its result. The page can crash or be frozen at each step.
 */
import { startBackgroundJob } from "#studio/features/generations/background/background-job.ts";
import type { GenerationDeps } from "#studio/features/generations/background/generation-deps.ts";
import type { LeaderMessage } from "#studio/features/generations/background/leadership/election.ts";
import {
  joinElection,
  type Leadership,
} from "#studio/features/generations/background/leadership/leadership.ts";
import { createDispatcher } from "#studio/features/generations/background/sending/dispatcher.ts";
import {
  createSendingIds,
  senderGone,
} from "#studio/features/generations/background/sending/sending-ids.ts";
import {
  createGenerations,
  type Generations,
} from "#studio/features/generations/create-generations.ts";
import { createLibrary, type Library } from "#studio/storage/library/library.ts";
import type { LockClient } from "#testing/fake-lock-manager.ts";
import { openPageDatabase } from "./page-database.ts";
import { proxyClient } from "./page-network.ts";
import type { World } from "./world.ts";

/** Timers of a hidden page run at most once a second. */
const HIDDEN_TIMER_MS = 1000;

export class Page implements LockClient {
  readonly name: string;
  readonly library: Library;
  readonly generations: Generations;
  /** Aborts when the page is gone, which closes its connections. */
  readonly lifetime = new AbortController();
  /** Number of steps so far. */
  stepCount = 0;
  /**
   * The steps before which the page changed something outside itself. A crash before any other step is equivalent to
   * one of these.
   */
  readonly distinctSteps: number[] = [0];
  /** The page crashes instead of this step; null for never. */
  crashAtStep: number | null = null;
  isHidden = false;
  isFrozen = false;
  /** Number of background reads in flight, and the time of the last read of each id. */
  readsInFlight = 0;
  readonly readAtMs = new Map<string, number>();
  readonly #world: World;
  readonly #leadership: Leadership;
  /** Steps that became due while the page was frozen. */
  #deferred: (() => void)[] = [];
  #databaseFreeAtMs = 0;

  constructor(world: World, name: string) {
    this.#world = world;
    this.name = name;
    const { parts, disk } = world;
    const openDatabase = () =>
      openPageDatabase(this, disk, (label, effect) => this.#callDatabase(label, effect));
    this.library = createLibrary({
      openDatabase: () => this.#callDatabase("open", () => parts.database(openDatabase(), disk)),
      channel: world.channel(this, "library"),
    });
    // Every screen subscribes to the library.
    this.library.subscribe(() => {});
    const locks = world.locks.of(this);
    const deps = parts.deps(this.#deps(locks));
    const dispatcher = createDispatcher(deps);
    this.generations = createGenerations(deps, dispatcher);
    const { post, listen } = world.channel<LeaderMessage>(this, "leader");
    this.#leadership = joinElection(
      {
        now: deps.now,
        setTimer: deps.setTimer,
        isHidden: deps.isHidden,
        tab: name,
        locks,
        post,
        listen(onMessage) {
          listen(onMessage);
          return () => {};
        },
      },
      () => {
        this.readAtMs.clear();
        return startBackgroundJob(deps, dispatcher);
      },
    );
  }

  get isGone(): boolean {
    return this.lifetime.signal.aborted;
  }

  /** Ends the page without running any more of its code. */
  crash(): void {
    if (this.isGone) return;
    this.#world.log(() => `${this.name} crashes before step ${this.stepCount}`);
    this.lifetime.abort();
    this.#world.locks.release(this);
  }

  /** Records that the page changes something outside itself in the current step. */
  markOutsideChange(): void {
    if (this.distinctSteps.at(-1) !== this.stepCount) this.distinctSteps.push(this.stepCount);
  }

  deliver(event: string, callback: () => void): void {
    this.step(`lock ${event}`, 0, callback);
  }

  onLockChange(): void {
    this.markOutsideChange();
  }

  freeze(): void {
    this.isHidden = true;
    this.isFrozen = true;
    this.#world.recorder.isClockReliable = false;
  }

  thaw(): void {
    this.isFrozen = false;
    const deferred = this.#deferred;
    this.#deferred = [];
    for (const run of deferred) this.#world.machine.after(0, run);
  }

  /** The creator returns to the page, or the network is back. */
  resume(): void {
    this.step("resumed", 0, () => this.#leadership.returned());
  }

  /** Runs a step of this page after `delayMs`, if the page still exists then. Returns a disposer. */
  step(label: string, delayMs: number, run: () => void): () => void {
    return this.#world.machine.after(delayMs, () => this.#take(label, run));
  }

  #take(label: string, run: () => void): void {
    if (this.isGone) return;
    if (this.isFrozen) {
      this.#deferred.push(() => this.#take(label, run));
      return;
    }
    if (this.stepCount === this.crashAtStep) {
      this.crash();
      return;
    }
    this.#world.log(() => `${this.name} #${this.stepCount} ${label}`);
    this.stepCount += 1;
    run();
  }

  #deps(locks: Pick<LockManager, "request">): GenerationDeps {
    const world = this.#world;
    return {
      ...proxyClient(world, this),
      library: this.library,
      requestPersistentStorage: () => {},
      newId: () => world.newId(),
      now: () => new Date(world.wallClockMs()),
      monotonicMs: () => world.wallClockMs(),
      setTimer: (callback, delayMs) => {
        const delay = this.isHidden ? Math.max(delayMs, HIDDEN_TIMER_MS) : delayMs;
        return this.step("timer", delay, callback);
      },
      isHidden: () => this.isHidden,
      isOnline: () => !world.has("offline"),
      sending: createSendingIds(locks),
      senderGone: (id, signal) => senderGone(locks, id, signal),
    };
  }

  /** Calls the database in two steps, the effect and the result, in the order of the calls. */
  #callDatabase<Value>(label: string, effect: () => Value): Promise<Value> {
    const delayMs = () => {
      const { nowMs } = this.#world.clock;
      this.#databaseFreeAtMs = Math.max(this.#databaseFreeAtMs, nowMs + this.#world.diskMs());
      return this.#databaseFreeAtMs - nowMs;
    };
    return new Promise((resolve, reject) => {
      this.step(`${label} →`, delayMs(), () => {
        let settle: () => void;
        try {
          const value = effect();
          settle = () => resolve(value);
        } catch (fault) {
          settle = () => reject(fault);
        }
        this.step(`${label} ←`, delayMs(), settle);
      });
    });
  }
}
