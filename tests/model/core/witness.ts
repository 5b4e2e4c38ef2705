/** Sees what happens in a trial while it happens, and notes what must not. */
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { isEnded } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { ArrivedCreate } from "../../fake-kirin/ledger.ts";
import type { DiskWrite } from "./disk.ts";
import type { Realm } from "./realm.ts";
import type { World } from "./world.ts";

/** Reads of one tab at a time. */
const READS_MAX = 4;
/** Problem codes of refusals that end when Kirin's load does. */
const LOAD_CODES: ReadonlySet<string> = new Set(["rate-limited", "parallel-limit"]);

export class Witness {
  /** Each begins with the name of the rule. */
  readonly violations: string[] = [];
  /** Ids of the rows that ever were on the disk. */
  readonly journalled = new Set<string>();
  /** How many creates the proxy was given, by external id. */
  readonly sent = new Map<string, number>();
  /** When a row was first told never to have arrived, and after how many creates; by external id. */
  readonly givenUp = new Map<string, { atMs: number; attempts: number }>();
  /** False once a create may have been kept from getting through. */
  isLossless = true;
  /** False once a clock was turned, or somebody slept: then nobody can say how old something is. */
  isTimeTrue = true;
  /** False once reads have had no disk to remember them by. */
  isPaceKept = true;
  /** How often Kirin says of a task that it has that there is none. */
  denials = 0;
  readonly #world: World;
  readonly #claims: { id: string; by: string }[] = [];
  /** Until when Kirin does not want to hear of an id, and who was told. */
  readonly #asked = new Map<string, { untilMs: number; told: Realm }>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Whether the studio can know for certain that a create never arrived: it asks twice. */
  get isAgeKnown(): boolean {
    return this.isTimeTrue && this.denials < 2;
  }

  /** Whether it can know that a task is gone: it asks five times. */
  get isGoneKnown(): boolean {
    return this.isTimeTrue && this.denials < 5;
  }

  /** A create leaves: the disk knows that this tab sends it, only once, and only where no other may have got through. */
  seeCreate(realm: Realm, { external_task_id: id = "" }: KirinRequest): void {
    const { kirin, transport, rows, clock } = this.#world;
    const row = rows.find(({ externalTaskId }) => externalTaskId === id);
    const claim = this.#claims.findIndex((one) => one.id === row?.id && one.by === realm.name);
    if (claim === -1) this.#violate(`unclaimed: ${realm.name} sends ${id} without a claim.`);
    else this.#claims.splice(claim, 1);

    const isThere = kirin.ledger.tasks.some(({ externalTaskId }) => externalTaskId === id);
    const isComing =
      transport.inTransit.has(id) ||
      kirin.pendingCreates.some(({ externalTaskId }) => externalTaskId === id) ||
      this.#world.onTheWay.has(`create ${id}`);
    if (this.isAgeKnown && (isThere || isComing)) {
      this.#violate(`blind: ${realm.name} sends ${id} again, and Kirin has it or gets it.`);
    }
    const asked = this.#asked.get(id);
    if (asked && this.isTimeTrue && !asked.told.isGone && clock.nowMs < asked.untilMs) {
      this.#violate(`impatient: ${realm.name} sends ${id} before Kirin wants it.`);
    }
  }

  /**
   * A page hears why its create failed. `Retry-After` binds it where Kirin's load is the reason. Where a person has to act,
   * such as topping up the balance, the create may go as soon as that is done.
   */
  hearProblem(realm: Realm, { external_task_id: id = "" }: KirinRequest, problem: Problem): void {
    const { code, retryAfterSeconds } = problem;
    if (!LOAD_CODES.has(code) || retryAfterSeconds === undefined) return;
    // The creator's clock counts whole milliseconds.
    const untilMs = Math.floor(this.#world.clock.nowMs) + retryAfterSeconds * 1000;
    this.#asked.set(id, { untilMs, told: realm });
  }

  /** Nothing arrives at Kirin that was not written down before. */
  seeArrival({ externalTaskId: id }: ArrivedCreate): void {
    if (!this.#world.hasRowFor(id)) {
      this.#violate(`unjournalled: a create arrived under ${id} before it was on the disk.`);
    }
  }

  /** The proxy has a create. */
  seeSent(id: string): void {
    this.sent.set(id, (this.sent.get(id) ?? 0) + 1);
  }

  /** The watcher asks. */
  seeRead(realm: Realm, id: string): void {
    if (realm.readsUnderWay >= READS_MAX) {
      this.#violate(`storm: ${realm.name} reads ${id} beside ${READS_MAX} others.`);
    }
    const { clock, proxy } = this.#world;
    const gapMs = clock.nowMs - (realm.askedAtMs.get(id) ?? Number.NEGATIVE_INFINITY);
    if (this.isPaceKept && gapMs < proxy.config.pollMinMs) {
      this.#violate(`hasty: ${realm.name} reads ${id} again after ${gapMs} ms.`);
    }
    realm.askedAtMs.set(id, clock.nowMs);
  }

  seeWrite({ by, before, after }: DiskWrite): void {
    if (before === undefined) this.journalled.add(after.id);
    else this.#compare(before, after);
    if (after.phase === "sending" && after.attempts > (before?.attempts ?? 0)) {
      this.#claims.push({ id: after.id, by });
    }
    const { externalTaskId: id, attempts } = after;
    if (after.phase === "never-arrived" && !this.givenUp.has(id)) {
      this.givenUp.set(id, { atMs: this.#world.clock.nowMs, attempts });
    }
  }

  #compare(before: LibraryEntry, after: LibraryEntry): void {
    if (isEnded(before) && endOf(before) !== endOf(after)) {
      this.#violate(`unended: ${after.id} was ${endOf(before)} and becomes ${endOf(after)}.`);
    }
    const [was, is] = [before.generation?.status, after.generation?.status];
    if (this.isTimeTrue && was === "running" && is === "queued") {
      this.#violate(`backwards: ${after.id} was ${was} and becomes ${is}.`);
    }
  }

  #violate(text: string): void {
    this.#world.note(() => `VIOLATION: ${text}`);
    this.violations.push(text);
  }
}

/** What an end is made of: none of it may change. */
function endOf({ phase, generation }: LibraryEntry): string {
  return [phase, generation?.id, generation?.status, generation?.usage?.cost].join(" ");
}
