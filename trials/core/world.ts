/** Everything around the tabs of one trial, and what is noted about it while it goes on. */
import type { KirinRequest } from "#kirin/request.ts";
import { isEnded } from "#studio/domain/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { Disk, type DiskWrite } from "./disk.ts";
import { createDraw } from "./draw.ts";
import { Kirin } from "./kirin.ts";
import { KirinDoor } from "./kirin-door.ts";
import { Locks } from "./locks.ts";
import { ProxyProcess } from "./proxy.ts";
import { Realm } from "./realm.ts";
import { BEGIN_MS, Scheduler } from "./scheduler.ts";
import {
  CALM,
  type CreateFault,
  type LinkFault,
  type ReadFault,
  type Trouble,
  type Weather,
} from "./weather.ts";

/** Reads of one tab at a time. */
const READS_MAX = 4;

interface Lists {
  creates: CreateFault;
  reads: ReadFault;
  createLinks: LinkFault;
  links: LinkFault;
}

const NO_FAULT: Lists = {
  creates: { kind: "none" },
  reads: { kind: "none" },
  createLinks: "none",
  links: "none",
};

/** A way for tabs to tell each other something. */
interface Channel<Message> {
  post: (message: Message) => void;
  listen: (onMessage: (message: Message) => void) => void;
}

export class World {
  readonly scheduler = new Scheduler();
  readonly disk = new Disk((write) => this.#checkWrite(write));
  readonly kirin = new Kirin(this);
  readonly door = new KirinDoor(this, this.kirin);
  readonly proxy = new ProxyProcess(this);
  readonly locks = new Locks();
  /** Every tab there ever was. */
  readonly realms: Realm[] = [];
  /** What must not happen, as soon as it does. */
  readonly violations: string[] = [];
  /** What happened, line by line; null where nobody reads it. */
  readonly trace: string[] | null;
  weather: Weather;
  /** Ids of the rows that ever were on the disk. */
  readonly journalled = new Set<string>();
  /** Creates that the proxy was given, by external id. */
  readonly sent: string[] = [];
  readonly #troubles = new Map<Trouble, () => void>();
  readonly #used: Record<keyof Lists, number> = { creates: 0, reads: 0, createLinks: 0, links: 0 };
  readonly #ears: { realm: Realm; name: string; hear: (message: unknown) => void }[] = [];
  readonly #claims: { id: string; by: string }[] = [];
  readonly #jitter: (() => number) | null;
  /** Requests of pages that nobody has answered yet. */
  underWay = 0;
  /** Whether nothing has kept a create from getting through. */
  isLossless: boolean;
  #skewMs = 0;
  /** Without a disk to remember them by, reads may come early. */
  #isPaceKept = true;
  #idCount = 0;

  constructor(weather: Partial<Weather> = {}, isTraced = false) {
    this.weather = { ...CALM, ...weather };
    this.trace = isTraced ? [] : null;
    const { jitterSeed, creates, createLinks } = this.weather;
    this.isLossless = creates.length + createLinks.length === 0;
    this.#jitter = jitterSeed === null ? null : createDraw(jitterSeed);
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
    return this.underWay === 0 && this.door.lateCount === 0;
  }

  hasRowFor(externalTaskId: string): boolean {
    return this.rows.some((row) => row.externalTaskId === externalTaskId && row.attempts > 0);
  }

  newId(): string {
    this.#idCount += 1;
    return `id-${this.#idCount}`;
  }

  /** The time by the machine's clock, which may be wrong. */
  machineMs(): number {
    return this.scheduler.nowMs + this.#skewMs;
  }

  /** The creator's clock is put forward, or back. */
  turnClock(byMs: number): void {
    this.#skewMs += byMs;
    // What was asked by a clock that was turned since says nothing of a pace.
    for (const realm of this.realms) realm.askedAtMs.clear();
  }

  note(line: () => string): void {
    this.trace?.push(`${((this.scheduler.nowMs - BEGIN_MS) / 1000).toFixed(3)} ${line()}`);
  }

  /** The next of a list of faults; none when it is used up. */
  next<Name extends keyof Lists>(name: Name): Lists[Name] {
    const index = this.#used[name];
    this.#used[name] += 1;
    // A list holds what its name says; TypeScript does not follow that through the index.
    return (this.weather[name][index] as Lists[Name] | undefined) ?? NO_FAULT[name];
  }

  has(trouble: Trouble): boolean {
    return this.#troubles.has(trouble);
  }

  /** A trouble begins, and ends by itself. */
  begin(trouble: Trouble, forMs: number): void {
    this.#troubles.get(trouble)?.();
    this.note(() => `trouble: ${trouble}`);
    this.isLossless = false;
    if (trouble === "proxy-away") this.proxy.kill();
    if (trouble === "disk") {
      this.disk.fault = quotaExceeded();
      this.#isPaceKept = false;
    }
    this.#troubles.set(
      trouble,
      this.scheduler.after(forMs, () => this.#end(trouble), "kirin"),
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
    this.weather = { ...this.weather, creates: [], reads: [], createLinks: [], links: [] };
  }

  /** All tabs are gone, and the disk has what was safe. */
  losePower(): void {
    this.note(() => "power cut");
    this.isLossless = false;
    for (const realm of this.tabs) realm.drop();
    this.proxy.kill();
    this.disk.losePower();
  }

  forget(realm: Realm): void {
    this.locks.forget(realm);
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

  violate(text: string): void {
    this.note(() => `VIOLATION: ${text}`);
    this.violations.push(text);
  }

  /** A create leaves: the disk must know that this tab sends it, and only once. */
  checkClaim(by: string, { external_task_id: externalTaskId }: KirinRequest): void {
    const row = this.rows.find((one) => one.externalTaskId === externalTaskId);
    const index = this.#claims.findIndex((claim) => claim.id === row?.id && claim.by === by);
    if (index === -1)
      this.violate(`unclaimed: ${by} sends ${externalTaskId}, which it has not claimed.`);
    else this.#claims.splice(index, 1);
  }

  /** The watcher asks. */
  checkRead(realm: Realm, id: string): void {
    if (realm.readsUnderWay >= READS_MAX)
      this.violate(`storm: ${realm.name} reads ${id} beside ${READS_MAX} others.`);
    const { nowMs } = this.scheduler;
    const gapMs = nowMs - (realm.askedAtMs.get(id) ?? Number.NEGATIVE_INFINITY);
    if (this.#isPaceKept && gapMs < this.proxy.config.pollMinMs)
      this.violate(`hasty: ${realm.name} reads ${id} again after ${gapMs} ms.`);
    realm.askedAtMs.set(id, nowMs);
  }

  /** The proxy has a create. */
  noteSent(label: string): void {
    this.sent.push(label.slice(label.indexOf(" ") + 1));
  }

  #checkWrite({ by, before, after }: DiskWrite): void {
    if (before === undefined) this.journalled.add(after.id);
    else if (isEnded(before) && endOf(before) !== endOf(after)) {
      this.violate(`unended: ${after.id} was ${endOf(before)} and becomes ${endOf(after)}.`);
    }
    if (after.phase === "sending" && after.attempts > (before?.attempts ?? 0)) {
      this.#claims.push({ id: after.id, by });
    }
  }
}

/** What an end is made of: none of it may change. */
function endOf({ phase, generation }: LibraryEntry): string {
  return [phase, generation?.id, generation?.status, generation?.usage?.cost].join(" ");
}

function quotaExceeded(): Error {
  return Object.assign(new Error("The quota is exceeded."), { name: "QuotaExceededError" });
}
