/**
 * One tab of the studio: its real library, dispatcher, actions and leadership, over a world in which every call has two
 * points, before its effect and before its result. At each of them the tab can be gone for good, or frozen.
 */
import type { StudioConfig } from "#contract/config.ts";
import type { Generation } from "#contract/generation.ts";
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";
import type { ApiResult } from "#studio/api/http.ts";
import { takeUpDuty } from "#studio/features/generations/background/background-job.ts";
import type { GenerationDeps } from "#studio/features/generations/background/generation-deps.ts";
import {
  type LeaderMessage,
  type Leadership,
  seekLeadership,
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
import type { EntryDatabase } from "#studio/storage/library/entry-database.ts";
import { createLibrary, type Library } from "#studio/storage/library/library.ts";
import type { LockClient } from "#testing/fake-lock-manager.ts";
import { ask } from "./link.ts";
import type { World } from "./world.ts";

/** Timers of a hidden tab come at most once a second. */
const HIDDEN_TIMER_MS = 1000;

export class Realm implements LockClient {
  readonly name: string;
  readonly library: Library;
  readonly generations: Generations;
  /** Aborted when the page is gone; what its requests had for a connection ends with it. */
  readonly left = new AbortController();
  /** How many points were passed. */
  points = 0;
  /** The points before which something outside this tab was changed: to go before any other makes no difference. */
  readonly turns: number[] = [0];
  /** The point that is not passed any more; null for none. */
  dropAt: number | null = null;
  isHidden = false;
  isFrozen = false;
  /** Reads of the watcher under way, and when it last asked about each id. */
  readsUnderWay = 0;
  readonly askedAtMs = new Map<string, number>();
  readonly #world: World;
  readonly #leadership: Leadership;
  /** What happens when it thaws. */
  #deferred: (() => void)[] = [];
  #databaseFreeAtMs = 0;

  constructor(world: World, name: string) {
    this.#world = world;
    this.name = name;
    this.library = createLibrary({
      openDatabase: () => this.#call("open", () => this.#database()),
      channel: world.channel(this, "library"),
    });
    // Every screen looks at the library.
    this.library.subscribe(() => {});
    const locks = world.locks.of(this);
    const deps = this.#deps(locks);
    const dispatcher = createDispatcher(deps);
    this.generations = createGenerations(deps, dispatcher);
    const leaders = world.channel<LeaderMessage>(this, "leader");
    this.#leadership = seekLeadership(
      {
        now: deps.now,
        setTimer: deps.setTimer,
        isHidden: deps.isHidden,
        tab: name,
        locks,
        post: leaders.post,
        listen(onMessage) {
          leaders.listen(onMessage);
          return () => {};
        },
      },
      () => {
        this.askedAtMs.clear();
        return takeUpDuty(deps, dispatcher);
      },
    );
  }

  get isGone(): boolean {
    return this.left.signal.aborted;
  }

  /** The page ends here, without a word to anybody. */
  drop(): void {
    if (this.isGone) return;
    this.#world.note(() => `${this.name} is gone, before point ${this.points}`);
    this.left.abort();
    this.#world.forget(this);
  }

  /** Something outside this tab is changed by it. */
  touch(): void {
    // What follows within the same step cannot be told apart from it.
    if (this.turns.at(-1) !== this.points) this.turns.push(this.points);
  }

  deliver(event: string, callback: () => void): void {
    this.point(`lock ${event}`, 0, callback);
  }

  onLockChange(): void {
    this.touch();
  }

  freeze(): void {
    this.isHidden = true;
    this.isFrozen = true;
    this.#world.witness.isTimeTrue = false;
  }

  thaw(): void {
    this.isFrozen = false;
    const deferred = this.#deferred;
    this.#deferred = [];
    for (const run of deferred) this.#world.machine.after(0, run);
  }

  /** The creator looks at the tab, or is online again. */
  returned(): void {
    this.point("returned", 0, () => this.#leadership.returned());
  }

  /** Something that happens in this page later, if there is a page then. Gives the way to call it off. */
  point(label: string, delayMs: number, run: () => void): () => void {
    return this.#world.machine.after(delayMs, () => this.#pass(label, run));
  }

  #pass(label: string, run: () => void): void {
    if (this.isGone) return;
    if (this.isFrozen) {
      this.#deferred.push(() => this.#pass(label, run));
      return;
    }
    if (this.points === this.dropAt) {
      this.drop();
      return;
    }
    this.#world.note(() => `${this.name} #${this.points} ${label}`);
    this.points += 1;
    run();
  }

  #deps(locks: Pick<LockManager, "request">): GenerationDeps {
    const world = this.#world;
    return {
      library: this.library,
      createGeneration: (request) => this.#create(request),
      readGeneration: (id, signal) => this.#read(id, signal),
      readConfig: (signal) => this.#readConfig(signal),
      keepClip: (src, signal) => this.#keepClip(src, signal),
      askToKeepLibrary: () => {},
      newId: () => world.newId(),
      now: () => new Date(world.machineMs()),
      monotonicMs: () => world.machineMs(),
      setTimer: (callback, delayMs) => {
        const delay = this.isHidden ? Math.max(delayMs, HIDDEN_TIMER_MS) : delayMs;
        return this.point("timer", delay, callback);
      },
      isHidden: () => this.isHidden,
      isOnline: () => !world.has("offline"),
      sending: createSendingIds(locks),
      senderGone: (id, signal) => senderGone(locks, id, signal),
    };
  }

  async #create(request: KirinRequest): Promise<ApiResult<Generation>> {
    const { witness } = this.#world;
    witness.seeCreate(this, request);
    const result = await ask(this.#world, this, {
      label: `create ${request.external_task_id}`,
      isCreate: true,
      handle: () => {
        witness.seeSent(request.external_task_id ?? "");
        return this.#world.proxy.create(request, this.left.signal);
      },
    });
    if (!result.ok) witness.hearProblem(this, request, result.problem);
    return result;
  }

  async #read(id: string, signal?: AbortSignal): Promise<ApiResult<Generation>> {
    const question = {
      label: `read ${id}`,
      isCreate: false,
      signal,
      handle: () => this.#world.proxy.read(id),
    };
    // Without a signal it is the creator who asks.
    if (signal === undefined) return ask(this.#world, this, question);
    this.#world.witness.seeRead(this, id);
    this.readsUnderWay += 1;
    const result = await ask(this.#world, this, question);
    this.readsUnderWay -= 1;
    return result;
  }

  #readConfig(signal?: AbortSignal): Promise<ApiResult<StudioConfig>> {
    const { proxy } = this.#world;
    return ask(this.#world, this, {
      label: "config",
      isCreate: false,
      signal,
      handle: async () => ({ ok: true, value: proxy.config }),
    });
  }

  async #keepClip(src: string, signal?: AbortSignal): Promise<Problem | null> {
    const kept = await ask(this.#world, this, {
      label: `clip ${src}`,
      isCreate: false,
      signal,
      handle: async () => ({ ok: true, value: null }),
    });
    return kept.ok ? null : kept.problem;
  }

  #database(): EntryDatabase {
    const { disk } = this.#world;
    return {
      readAll: () =>
        this.#call("read all", () => {
          disk.check();
          return { entries: [...disk.rows.values()], unreadableCount: 0 };
        }),
      read: (ids) =>
        this.#call("read rows", () => {
          disk.check();
          return ids.flatMap((id) => disk.rows.get(id) ?? []);
        }),
      add: (entries) => this.#call("add", () => this.#write(() => disk.add(this.name, entries))),
      update: (id, change, options) =>
        this.#call(options?.isStrict ? "commit" : "update", () => {
          disk.check();
          const row = disk.rows.get(id);
          if (row === undefined) return undefined;
          const changed = change(row);
          if (changed !== row) this.#write(() => disk.write(this.name, changed));
          if (options?.isStrict) disk.flush();
          return { entry: changed, isChanged: changed !== row };
        }),
      updateAll: (ids, change) =>
        this.#call("update all", () => {
          disk.check();
          return ids.flatMap((id) => {
            const row = disk.rows.get(id);
            if (row === undefined) return [];
            const changed = change(row);
            if (changed !== row) this.#write(() => disk.write(this.name, changed));
            return [changed];
          });
        }),
      close: () => {},
    };
  }

  #write<Value>(work: () => Value): Value {
    this.touch();
    return work();
  }

  /** A call of the database: its effect and its result, in the order in which they were asked for. */
  #call<Value>(label: string, effect: () => Value): Promise<Value> {
    const inTurn = () => {
      const { nowMs } = this.#world.clock;
      this.#databaseFreeAtMs = Math.max(this.#databaseFreeAtMs, nowMs + this.#world.diskMs());
      return this.#databaseFreeAtMs - nowMs;
    };
    return new Promise((resolve, reject) => {
      this.point(`${label} →`, inTurn(), () => {
        let settle: () => void;
        try {
          const value = effect();
          settle = () => resolve(value);
        } catch (fault) {
          settle = () => reject(fault);
        }
        this.point(`${label} ←`, inTurn(), settle);
      });
    });
  }
}
