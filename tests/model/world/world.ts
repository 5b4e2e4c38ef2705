/** Everything around the pages of one trial: time, disk, locks, messages, the proxy and Kirin. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { FakeLockManager } from "#testing/fake-lock-manager.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import { START_MS, VirtualClock } from "#testing/virtual-clock.ts";
import { FakeKirin } from "../../fake-kirin/fake-kirin.ts";
import { type Fault, NO_FAULT } from "../../fake-kirin/fault.ts";
import { InProcessTransport } from "../../fake-kirin/in-process-transport.ts";
import {
  type Conditions,
  courseOf,
  type FaultLists,
  NO_FAULTS,
  type Outage,
} from "./conditions.ts";
import { Disk } from "./disk.ts";
import { Machine } from "./machine.ts";
import { Page } from "./page.ts";
import { ProxyProcess } from "./proxy-process.ts";
import { Recorder } from "./recorder.ts";
import { REAL_PARTS, type WorldParts } from "./world-parts.ts";

/** A trial that runs more timers than this is in an endless loop. */
const TIMERS_MAX = 40_000;

/** A broadcast channel between pages. */
interface Channel<Message> {
  post: (message: Message) => void;
  listen: (onMessage: (message: Message) => void) => void;
}

interface Listener {
  page: Page;
  channel: string;
  onMessage: (message: unknown) => void;
}

export interface WorldOptions {
  conditions?: Partial<Conditions> | undefined;
  /** Faulty parts in place of real ones. */
  parts?: Partial<WorldParts> | undefined;
  /** Whether to log every event. */
  isTraced?: boolean | undefined;
}

export class World {
  readonly clock = new VirtualClock({ settle: nextTick });
  readonly machine = new Machine(this.clock);
  readonly recorder = new Recorder(this);
  readonly disk = new Disk((write) => this.recorder.rowWritten(write));
  readonly locks = new FakeLockManager();
  readonly conditions: Conditions;
  readonly parts: WorldParts;
  readonly kirin: FakeKirin;
  readonly transport: InProcessTransport;
  readonly proxy: ProxyProcess;
  /** All pages, including those that are gone. */
  readonly allPages: Page[] = [];
  /** Requests between pages and the proxy, by label. */
  readonly inTransit = new Set<string>();
  /** Number of unanswered requests at the proxy. */
  unansweredCount = 0;
  /** Log lines; null unless traced. */
  readonly trace: string[] | null;
  readonly #outages = new Map<Outage, () => void>();
  readonly #usedFaults: Record<keyof FaultLists, number> = {
    creates: 0,
    reads: 0,
    pageCreates: 0,
    pageRequests: 0,
  };
  readonly #listeners: Listener[] = [];
  readonly #jitter: (() => number) | null;
  #hasFaults = true;
  #skewMs = 0;
  #idCount = 0;

  constructor({ conditions, parts, isTraced = false }: WorldOptions = {}) {
    this.conditions = { ...NO_FAULTS, ...conditions };
    this.parts = { ...REAL_PARTS, ...parts };
    this.trace = isTraced ? [] : null;
    const { jitterSeed } = this.conditions;
    this.#jitter = jitterSeed === null ? null : seededRandom(jitterSeed, "jitter").next;
    this.#expectConditions();
    this.kirin = this.#startKirin();
    this.transport = new InProcessTransport(this.kirin, () => this.hopMs());
    this.proxy = new ProxyProcess(this);
  }

  /** Pages that are not gone. */
  get pages(): Page[] {
    return this.allPages.filter(({ isGone }) => !isGone);
  }

  get rows(): LibraryEntry[] {
    return [...this.disk.rows.values()];
  }

  /** Whether no request is in progress. */
  get isIdle(): boolean {
    return (
      this.unansweredCount === 0 &&
      this.transport.inTransit.size === 0 &&
      this.kirin.pendingCreates.length === 0
    );
  }

  /** Whether the trial was stopped because of an endless loop. */
  get isEndless(): boolean {
    return this.clock.runCount >= TIMERS_MAX;
  }

  openPage(): Page {
    const page = new Page(this, `page ${this.allPages.length + 1}`);
    this.allPages.push(page);
    return page;
  }

  /** Whether a row with this external id was claimed for sending. */
  hasClaimedRow(externalTaskId: string): boolean {
    return this.rows.some((row) => row.externalTaskId === externalTaskId && row.attempts > 0);
  }

  newId(): string {
    this.#idCount += 1;
    return `id-${this.#idCount}`;
  }

  /** Advances the time, or less if `isEnough` returns true; it is called before every timer. */
  advance(ms: number, isEnough: () => boolean = () => false): Promise<void> {
    return this.clock.advance(ms, () => this.isEndless || isEnough());
  }

  /** The time on the creator's clock, which may be wrong. */
  wallClockMs(): number {
    return this.clock.nowMs + this.#skewMs;
  }

  setClock(byMs: number): void {
    this.#skewMs += byMs;
    this.recorder.isClockReliable = false;
    // Times from before cannot be compared any more.
    for (const page of this.allPages) page.readAtMs.clear();
  }

  suspendMachine(ms: number): void {
    this.machine.suspend(ms);
    this.recorder.isClockReliable = false;
  }

  log(line: () => string): void {
    this.trace?.push(`${((this.clock.nowMs - START_MS) / 1000).toFixed(3)} ${line()}`);
  }

  /** The next fault of a list; no fault once it is empty. */
  nextFault(list: keyof FaultLists): Fault {
    if (!this.#hasFaults) return NO_FAULT;
    const index = this.#usedFaults[list];
    this.#usedFaults[list] += 1;
    const fault = this.conditions[list][index] ?? NO_FAULT;
    this.log(() => `fault of ${list}: ${JSON.stringify(fault)}`);
    return fault;
  }

  has(outage: Outage): boolean {
    return this.#outages.has(outage);
  }

  /** Begins an outage that ends after `forMs`. */
  begin(outage: Outage, forMs: number): void {
    this.#outages.get(outage)?.();
    this.log(() => `${outage} begins`);
    this.recorder.isLossless = false;
    if (outage === "proxy down") this.proxy.kill();
    if (outage === "disk full") {
      this.disk.fault = quotaExceeded();
      this.recorder.remembersReads = false;
    }
    this.#outages.set(
      outage,
      this.clock.after(forMs, () => this.#end(outage)),
    );
  }

  #end(outage: Outage): void {
    this.#outages.delete(outage);
    this.log(() => `${outage} ends`);
    if (outage === "disk full") this.disk.fault = null;
    if (outage === "offline") for (const page of this.pages) if (!page.isHidden) page.resume();
  }

  /** Ends all faults and outages. Faults in progress continue. */
  stopFaults(): void {
    this.log(() => "all faults end");
    for (const [outage, cancel] of this.#outages) {
      cancel();
      this.#end(outage);
    }
    for (const page of this.pages) page.crashAtStep = null;
    this.#hasFaults = false;
    this.kirin.stopFaults();
  }

  /** Ends all pages and the proxy, and undoes writes that the disk has not made permanent. */
  cutPower(): void {
    this.log(() => "power cut");
    this.recorder.isLossless = false;
    for (const page of this.pages) page.crash();
    this.proxy.kill();
    this.disk.losePower();
  }

  channel<Message>(page: Page, name: string): Channel<Message> {
    return {
      post: (message) => {
        if (!this.parts.deliversMessages) return;
        for (const listener of this.#listeners) {
          if (listener.page === page || listener.page.isGone || listener.channel !== name) continue;
          page.markOutsideChange();
          listener.page.step(`message on ${name}`, this.diskMs(), () =>
            listener.onMessage(message),
          );
        }
      },
      listen: (onMessage) => {
        // Messages of one channel are of one type.
        const untyped = onMessage as (message: unknown) => void;
        this.#listeners.push({ page, channel: name, onMessage: untyped });
      },
    };
  }

  /** Latency of the disk and of messages between pages. */
  diskMs(): number {
    return this.#jitter === null ? 1 : Math.floor(this.#jitter() * 4);
  }

  /** Latency of the network in one direction. */
  hopMs(): number {
    return this.#jitter === null ? 5 : Math.floor(1 + this.#jitter() ** 3 * 400);
  }

  /** Tells the recorder which facts the studio cannot know under these conditions. */
  #expectConditions(): void {
    const { creates, pageCreates, reads, courses } = this.conditions;
    this.recorder.isLossless = pageCreates.length === 0 && creates.every(isHarmless);
    const vanishes = courses.some(({ vanishesAfterMs }) => vanishesAfterMs !== null);
    this.recorder.denialCount = vanishes
      ? Number.POSITIVE_INFINITY
      : reads.filter(({ kind }) => kind === "missing").length;
  }

  #startKirin(): FakeKirin {
    const { courses } = this.conditions;
    return new FakeKirin({
      clock: this.clock,
      behavior: this.conditions,
      nextFault: (request) => this.nextFault(request === "create" ? "creates" : "reads"),
      courseOf: (index) => courses[index % Math.max(courses.length, 1)] ?? courseOf(0),
      outage: () => (this.has("key refused") ? 401 : this.has("balance too low") ? 402 : null),
      onCreate: (create) => this.recorder.createArrived(create),
    });
  }
}

/** Whether a create with this fault still arrives and gets its response. */
function isHarmless({ kind }: Fault): boolean {
  return kind === "none" || kind === "slow" || kind === "delayed";
}

/** Node runs all microtasks before the next tick, so that every promise that can settle has settled. */
function nextTick(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

function quotaExceeded(): Error {
  return Object.assign(new Error("The quota is exceeded."), { name: "QuotaExceededError" });
}
