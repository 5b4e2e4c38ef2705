/** Everything around the tabs of one trial, and what is noted about it while it goes on. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { FakeLockManager } from "#testing/fake-lock-manager.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import { START_MS, VirtualClock } from "#testing/virtual-clock.ts";
import { FakeKirin } from "../../fake-kirin/fake-kirin.ts";
import { type Fault, NO_FAULT } from "../../fake-kirin/fault.ts";
import { InProcessTransport } from "../../fake-kirin/in-process-transport.ts";
import { Disk } from "./disk.ts";
import { Machine } from "./machine.ts";
import { ProxyProcess } from "./proxy.ts";
import { Realm } from "./realm.ts";
import { CALM, fateOf, type Trouble, type Weather } from "./weather.ts";
import { Witness } from "./witness.ts";

/** The lists of faults. */
type FaultList = "creates" | "reads" | "createLinks" | "links";

/** No trial runs so many timers unless it is in an endless loop. */
const TIMERS_MAX = 40_000;

/** A way for tabs to tell each other something. */
interface Channel<Message> {
  post: (message: Message) => void;
  listen: (onMessage: (message: Message) => void) => void;
}

export class World {
  readonly clock = new VirtualClock({ settle: nextTick });
  readonly machine = new Machine(this.clock);
  readonly witness = new Witness(this);
  readonly disk = new Disk((write) => this.witness.seeWrite(write));
  readonly kirin: FakeKirin;
  readonly transport: InProcessTransport;
  readonly proxy: ProxyProcess;
  readonly locks = new FakeLockManager();
  /** Every tab there ever was. */
  readonly realms: Realm[] = [];
  /** What happened, line by line; null where nobody reads it. */
  readonly trace: string[] | null;
  readonly weather: Weather;
  readonly #troubles = new Map<Trouble, () => void>();
  #isCalm = false;
  readonly #used: Record<FaultList, number> = { creates: 0, reads: 0, createLinks: 0, links: 0 };
  readonly #ears: { realm: Realm; name: string; hear: (message: unknown) => void }[] = [];
  readonly #jitter: (() => number) | null;
  /** Requests between a page and the proxy. */
  readonly onTheWay = new Set<string>();
  /** Requests of pages that nobody has answered yet. */
  underWay = 0;
  #skewMs = 0;
  #idCount = 0;

  constructor(weather: Partial<Weather> = {}, isTraced = false) {
    this.weather = { ...CALM, ...weather };
    this.trace = isTraced ? [] : null;
    const { jitterSeed, creates, createLinks, reads } = this.weather;
    this.witness.isLossless = createLinks.length === 0 && creates.every(isHarmless);
    const isForgetful = this.weather.fates.some(({ vanishesAfterMs }) => vanishesAfterMs !== null);
    this.witness.denials = isForgetful
      ? Number.POSITIVE_INFINITY
      : reads.filter(({ kind }) => kind === "missing").length;
    this.#jitter = jitterSeed === null ? null : seededRandom(jitterSeed, "jitter").next;
    this.kirin = this.#openKirin();
    this.transport = new InProcessTransport(this.kirin, () => this.hopMs());
    this.proxy = new ProxyProcess(this);
  }

  #openKirin(): FakeKirin {
    const { fates } = this.weather;
    return new FakeKirin({
      clock: this.clock,
      behavior: this.weather,
      nextFault: (request) => this.next(request === "create" ? "creates" : "reads"),
      fateOf: (index) => fates[index % Math.max(fates.length, 1)] ?? fateOf(0),
      outage: () => (this.has("key-refused") ? 401 : this.has("balance") ? 402 : null),
      onCreate: (create) => this.witness.seeArrival(create),
    });
  }

  openTab(): Realm {
    const realm = new Realm(this, `tab ${this.realms.length + 1}`);
    this.realms.push(realm);
    return realm;
  }

  /** Tabs that live. */
  get tabs(): Realm[] {
    return this.realms.filter(({ isGone }) => !isGone);
  }

  get rows(): LibraryEntry[] {
    return [...this.disk.rows.values()];
  }

  /** Whether nothing is on its way that could still change something. */
  get isQuiet(): boolean {
    return (
      this.underWay === 0 &&
      this.transport.inTransit.size === 0 &&
      this.kirin.pendingCreates.length === 0
    );
  }

  hasRowFor(externalTaskId: string): boolean {
    return this.rows.some((row) => row.externalTaskId === externalTaskId && row.attempts > 0);
  }

  newId(): string {
    this.#idCount += 1;
    return `id-${this.#idCount}`;
  }

  /** Whether the trial was stopped because it would not end. */
  get isEndless(): boolean {
    return this.clock.runCount >= TIMERS_MAX;
  }

  /** Advances the time, or less if `isEnough` returns true; it is called before every timer. */
  advance(ms: number, isEnough: () => boolean = () => false): Promise<void> {
    return this.clock.advance(ms, () => this.isEndless || isEnough());
  }

  /** The time by the machine's clock, which may be wrong. */
  machineMs(): number {
    return this.clock.nowMs + this.#skewMs;
  }

  /** The creator's clock is put forward, or back. */
  turnClock(byMs: number): void {
    this.#skewMs += byMs;
    this.witness.isTimeTrue = false;
    // What was asked by a clock that was turned since says nothing of a pace.
    for (const realm of this.realms) realm.askedAtMs.clear();
  }

  /** The creator's machine is closed for a while. */
  sleep(forMs: number): void {
    this.machine.suspend(forMs);
    this.witness.isTimeTrue = false;
  }

  note(line: () => string): void {
    this.trace?.push(`${((this.clock.nowMs - START_MS) / 1000).toFixed(3)} ${line()}`);
  }

  /** The next of a list of faults; none when it is used up. */
  next(name: FaultList): Fault {
    if (this.#isCalm) return NO_FAULT;
    const index = this.#used[name];
    this.#used[name] += 1;
    const fault = this.weather[name][index] ?? NO_FAULT;
    this.note(() => `${name}: ${JSON.stringify(fault)}`);
    return fault;
  }

  has(trouble: Trouble): boolean {
    return this.#troubles.has(trouble);
  }

  /** A trouble begins, and ends by itself. */
  begin(trouble: Trouble, forMs: number): void {
    this.#troubles.get(trouble)?.();
    this.note(() => `trouble: ${trouble}`);
    this.witness.isLossless = false;
    if (trouble === "proxy-away") this.proxy.kill();
    if (trouble === "disk") {
      this.disk.fault = quotaExceeded();
      this.witness.isPaceKept = false;
    }
    this.#troubles.set(
      trouble,
      this.clock.after(forMs, () => this.#end(trouble)),
    );
  }

  #end(trouble: Trouble): void {
    this.#troubles.delete(trouble);
    this.note(() => `over: ${trouble}`);
    if (trouble === "disk") this.disk.fault = null;
    if (trouble === "offline") for (const realm of this.tabs) if (!realm.isHidden) realm.returned();
  }

  /** Nothing goes wrong any more; what is under way still arrives. */
  calmDown(): void {
    this.note(() => "all troubles are over");
    for (const [trouble, cancel] of this.#troubles) {
      cancel();
      this.#end(trouble);
    }
    for (const realm of this.tabs) realm.dropAt = null;
    this.#isCalm = true;
    this.kirin.stopFaults();
  }

  /** All tabs are gone, and the disk has what was safe. */
  losePower(): void {
    this.note(() => "power cut");
    this.witness.isLossless = false;
    for (const realm of this.tabs) realm.drop();
    this.proxy.kill();
    this.disk.losePower();
  }

  forget(realm: Realm): void {
    this.locks.release(realm);
  }

  channel<Message>(realm: Realm, name: string): Channel<Message> {
    return {
      post: (message) => {
        for (const ear of this.#ears) {
          if (ear.realm === realm || ear.realm.isGone || ear.name !== name) continue;
          realm.touch();
          ear.realm.point(`hears of ${name}`, this.diskMs(), () => ear.hear(message));
        }
      },
      listen: (onMessage) => {
        // Both ends of a channel are of one kind.
        this.#ears.push({ realm, name, hear: onMessage as (message: unknown) => void });
      },
    };
  }

  /** How long the disk needs, and a message between tabs. */
  diskMs(): number {
    return this.#jitter === null ? 1 : Math.floor(this.#jitter() * 4);
  }

  /** How long a step on the network takes. */
  hopMs(): number {
    return this.#jitter === null ? 5 : Math.floor(1 + this.#jitter() ** 3 * 400);
  }
}

/** Whether a create gets through all the same. */
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
