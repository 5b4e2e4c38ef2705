/** Records the events of a trial, and the violations that can only be detected while they happen. */
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { isEnded } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { ArrivedCreate } from "../../fake-kirin/ledger.ts";
import type { DiskWrite } from "./disk.ts";
import type { Page } from "./page.ts";
import type { Rule, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** Maximum number of reads in flight per page. */
const READS_MAX = 4;
/** Problem codes of refusals that end when Kirin's load does. */
const LOAD_CODES: ReadonlySet<string> = new Set(["rate-limited", "parallel-limit"]);

export class Recorder {
  readonly violations: Violation[] = [];
  /** Ids of all rows that have been on disk. */
  readonly writtenIds = new Set<string>();
  /** Number of creates that the proxy received, by external id. */
  readonly receivedCounts = new Map<string, number>();
  /** When a row first became `never-arrived`, and after how many creates; by external id. */
  readonly givenUp = new Map<string, { atMs: number; attempts: number }>();
  /** False once a fault may have prevented a create from arriving. */
  isLossless = true;
  /** False once a clock was set, or a machine or page was suspended, because ages are then unknown. */
  isClockReliable = true;
  /** False once the time of a read could not be written to disk. */
  remembersReads = true;
  /** Number of reads of an existing task that are answered with "no such task". */
  denialCount = 0;
  readonly #world: World;
  readonly #claims: { id: string; by: string }[] = [];
  /** The retry time that Kirin set for an id, and the page that received it. */
  readonly #retryTimes = new Map<string, { untilMs: number; page: Page }>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Whether the studio can be sure that a create never arrived: it reads twice. */
  get canKnowNeverArrived(): boolean {
    return this.isClockReliable && this.denialCount < 2;
  }

  /** Whether the studio can be sure that a task is gone: it reads five times. */
  get canKnowLost(): boolean {
    return this.isClockReliable && this.denialCount < 5;
  }

  /** A page sends a create. The row must be claimed on disk, and no earlier create may have arrived. */
  createSent(page: Page, { external_task_id: id = "" }: KirinRequest): void {
    const { kirin, transport, rows, clock, inTransit } = this.#world;
    const row = rows.find(({ externalTaskId }) => externalTaskId === id);
    const claim = this.#claims.findIndex((one) => one.id === row?.id && one.by === page.name);
    if (claim === -1) this.#report("unclaimed create", `${page.name} sends ${id}`);
    else this.#claims.splice(claim, 1);

    const isThere = kirin.ledger.tasks.some(({ externalTaskId }) => externalTaskId === id);
    const willArrive =
      transport.inTransit.has(id) ||
      kirin.pendingCreates.some(({ externalTaskId }) => externalTaskId === id) ||
      inTransit.has(`create ${id}`);
    if (this.canKnowNeverArrived && (isThere || willArrive)) {
      this.#report("blind resend", `${page.name} sends ${id}`);
    }
    const named = this.#retryTimes.get(id);
    if (named && this.isClockReliable && !named.page.isGone && clock.nowMs < named.untilMs) {
      this.#report("early resend", `${page.name} sends ${id}`);
    }
  }

  /**
   * A page receives the reason why its create failed. It must respect `Retry-After` if the reason is Kirin's load. If a
   * person has to act, such as to top up the balance, the create may be sent as soon as that is done.
   */
  createFailed(page: Page, { external_task_id: id = "" }: KirinRequest, problem: Problem): void {
    const { code, retryAfterSeconds } = problem;
    if (!LOAD_CODES.has(code) || retryAfterSeconds === undefined) return;
    // The creator's clock counts whole milliseconds.
    const untilMs = Math.floor(this.#world.clock.nowMs) + retryAfterSeconds * 1000;
    this.#retryTimes.set(id, { untilMs, page });
  }

  createArrived({ externalTaskId: id }: ArrivedCreate): void {
    if (!this.#world.hasClaimedRow(id)) this.#report("unrecorded create", id);
  }

  proxyReceived(id: string): void {
    this.receivedCounts.set(id, (this.receivedCounts.get(id) ?? 0) + 1);
  }

  /** The background work of a page sends a read of a task. */
  readSent(page: Page, id: string): void {
    if (page.readsInFlight >= READS_MAX) {
      this.#report("too many reads", `${page.name} reads ${id} beside ${READS_MAX} others`);
    }
    const { clock, proxy } = this.#world;
    const gapMs = clock.nowMs - (page.readAtMs.get(id) ?? Number.NEGATIVE_INFINITY);
    if (this.remembersReads && gapMs < proxy.config.pollMinMs) {
      this.#report("early read", `${page.name} reads ${id} after ${gapMs} ms`);
    }
    page.readAtMs.set(id, clock.nowMs);
  }

  rowWritten({ by, before, after }: DiskWrite): void {
    if (before === undefined) this.writtenIds.add(after.id);
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
    if (isEnded(before) && outcomeOf(before) !== outcomeOf(after)) {
      this.#report("end changed", `${after.id}: ${outcomeOf(before)} → ${outcomeOf(after)}`);
    }
    const [was, is] = [before.generation?.status, after.generation?.status];
    if (this.isClockReliable && was === "running" && is === "queued") {
      this.#report("backwards", after.id);
    }
  }

  #report(rule: Rule, text: string): void {
    this.#world.log(() => `VIOLATION: ${rule}: ${text}`);
    this.violations.push({ rule, text });
  }
}

/** The parts of an ended row that must not change. */
function outcomeOf({ phase, generation }: LibraryEntry): string {
  return [phase, generation?.id, generation?.status, generation?.usage?.cost].join(" ");
}
