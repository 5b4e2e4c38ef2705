/**
 * The scripted Kirin of the tests. It applies one fault per request and keeps a ledger of what really happened. Two
 * transports deliver its replies: `in-process-transport.ts` for the model tests, `http-server.ts` for servers in other
 * processes.
 */
import { type Fault, NO_FAULT, type RequestKind } from "./fault.ts";
import {
  type ArrivedCreate,
  hasVanished,
  type Ledger,
  type LedgerTask,
  makeTask,
  type TaskCourse,
} from "./ledger.ts";
import {
  type Answer,
  describeTask,
  foreignTask,
  paramsOf,
  refusal,
  SLOTS_IN_USE_CODE,
  type WireForm,
} from "./wire.ts";

/** The clock of the fake. */
export interface FakeClock {
  now(): number;
  /** Calls back once after `ms`. Returns a disposer. */
  after(ms: number, callback: () => void): () => void;
}

/** How the fake behaves apart from faults. */
export interface Behavior extends WireForm {
  /** Maximum number of unfinished tasks; null for no limit. */
  slots: number | null;
  /** Sent when all slots are taken. */
  slotsRetryAfterSeconds: number | null;
  /** Delay until a new task can be read. */
  readLagMs: number;
  /** Whether the fault `missing` applies only to tasks that a read has returned before. */
  deniesOnlyReported: boolean;
}

export interface FakeKirinOptions {
  clock: FakeClock;
  behavior?: Partial<Behavior>;
  /** Draws the fault of the next request of a kind. */
  nextFault?: (request: RequestKind) => Fault;
  /** Decides how the task with this index ends. */
  courseOf?: (index: number) => TaskCourse;
  /** HTTP status with which all creates are currently refused, such as 402; null for none. */
  outage?: () => number | null;
  /** Called when a create has arrived, before it takes effect. */
  onCreate?: (create: ArrivedCreate) => void;
}

/** The response that a transport has to send. */
export type Reply =
  | { kind: "answer"; answer: Answer; delayMs: number }
  /** Sends half of this response, then breaks the connection. */
  | { kind: "truncated"; answer: Answer }
  | { kind: "html" }
  | { kind: "reset" }
  /** Sends nothing until the caller disconnects. */
  | { kind: "silent" };

const DEFAULTS: Behavior = {
  slots: null,
  slotsRetryAfterSeconds: null,
  readLagMs: 0,
  deniesOnlyReported: false,
  echoesId: true,
  isTimed: true,
  isWrapped: false,
  clipUrl: () => "https://clips.example/1.mp4",
};
const DEFAULT_COURSE: TaskCourse = {
  queueMs: 4000,
  runMs: 4000,
  isFailure: false,
  vanishesAfterMs: null,
};
/** A truncated response of a create that made no task. */
const UNKNOWN: Answer = { status: 200, body: { id: "none" }, retryAfterSeconds: null };

export class FakeKirin {
  readonly clock: FakeClock;
  readonly #behavior: Behavior;
  readonly #options: FakeKirinOptions;
  readonly #creates: ArrivedCreate[] = [];
  readonly #tasks: LedgerTask[] = [];
  #pendingCreates: ArrivedCreate[] = [];
  #hasFaults = true;

  constructor(options: FakeKirinOptions) {
    this.clock = options.clock;
    this.#options = options;
    this.#behavior = { ...DEFAULTS, ...options.behavior };
  }

  get ledger(): Ledger {
    return { creates: this.#creates, tasks: this.#tasks };
  }

  /** Creates that have arrived and take effect later. */
  get pendingCreates(): readonly ArrivedCreate[] {
    return this.#pendingCreates;
  }

  /** The fault of the next request of a kind. */
  nextFault(request: RequestKind): Fault {
    return (this.#hasFaults && this.#options.nextFault?.(request)) || NO_FAULT;
  }

  /** Stops faults for all further requests. Faults in progress continue. */
  stopFaults(): void {
    this.#hasFaults = false;
  }

  /** Records a create that has arrived. Returns its record and the response. */
  receiveCreate(body: string, fault: Fault): { create: ArrivedCreate; reply: Reply } {
    const create: ArrivedCreate = {
      ...paramsOf(body),
      atMs: this.clock.now(),
      body,
      fault: fault.kind,
      abortedAfterMs: null,
    };
    this.#creates.push(create);
    this.#options.onCreate?.(create);
    return { create, reply: this.#replyToCreate(create, fault) };
  }

  /** Responds to a read of a task, by Kirin's id or by the external id. */
  receiveRead(id: string, fault: Fault): Reply {
    const found = this.#find(id);
    const isDenied =
      fault.kind === "missing" && (found?.wasReported || !this.#behavior.deniesOnlyReported);
    const task = isDenied ? undefined : found;
    if (task !== undefined && ["none", "missing", "slow"].includes(fault.kind)) {
      task.wasReported = true;
    }
    return this.#reply(fault, task === undefined ? refusal(404) : this.#describe(task));
  }

  /** Whether a task has a clip. */
  hasClip(id: string | undefined): boolean {
    return this.#tasks.some((task) => task.id === id && task.outcome === "completed");
  }

  #replyToCreate(create: ArrivedCreate, fault: Fault): Reply {
    switch (fault.kind) {
      case "late":
        this.#applyLater(create, fault.ms);
        return { kind: fault.isReset ? "reset" : "silent" };
      case "duplicate": {
        const [first, second] = [this.#apply(create), this.#apply(create)];
        return answered(fault.isFirstAnswered ? first : second);
      }
      case "refused":
        return answered(refusal(fault.status, fault));
      case "reset":
      case "truncated":
      case "silent":
      case "html":
      case "status":
        return this.#reply(fault, fault.isApplied ? this.#apply(create) : UNKNOWN);
      default:
        return this.#reply(fault, this.#apply(create));
    }
  }

  /** The reply for an answer under a fault, after the request took effect. */
  #reply(fault: Fault, answer: Answer): Reply {
    switch (fault.kind) {
      case "slow":
        return { kind: "answer", answer, delayMs: fault.ms };
      case "truncated":
        return { kind: "truncated", answer };
      case "html":
      case "reset":
      case "silent":
        return { kind: fault.kind };
      case "status":
        return answered(refusal(fault.status));
      case "foreign-task":
        return answered(foreignTask(this.#behavior));
      default:
        return answered(answer);
    }
  }

  /** Creates the task of a create, or refuses. */
  #apply(create: ArrivedCreate): Answer {
    const { slots, slotsRetryAfterSeconds, readLagMs } = this.#behavior;
    const nowMs = this.clock.now();
    const outage = this.#hasFaults ? this.#options.outage?.() : null;
    if (outage) return refusal(outage);
    if (this.#tasks.some((task) => task.externalTaskId === create.externalTaskId)) {
      return refusal(409);
    }
    if (slots !== null && this.#unfinishedCount(nowMs) >= slots) {
      return refusal(429, { code: SLOTS_IN_USE_CODE, retryAfterSeconds: slotsRetryAfterSeconds });
    }
    const index = this.#tasks.length;
    const course = this.#options.courseOf?.(index) ?? DEFAULT_COURSE;
    const task = makeTask(create, index, { nowMs, readLagMs, course });
    this.#tasks.push(task);
    return this.#describe(task);
  }

  #applyLater(create: ArrivedCreate, ms: number): void {
    this.#pendingCreates.push(create);
    this.clock.after(ms, () => {
      this.#pendingCreates = this.#pendingCreates.filter((other) => other !== create);
      this.#apply(create);
    });
  }

  #find(id: string): LedgerTask | undefined {
    const nowMs = this.clock.now();
    return this.#tasks.find(
      (task) =>
        (task.id === id || task.externalTaskId === id) &&
        nowMs >= task.readableAtMs &&
        !hasVanished(task, nowMs),
    );
  }

  #unfinishedCount(nowMs: number): number {
    return this.#tasks.filter((task) => nowMs < task.endsAtMs && !hasVanished(task, nowMs)).length;
  }

  #describe(task: LedgerTask): Answer {
    return describeTask(task, this.clock.now(), this.#behavior);
  }
}

function answered(answer: Answer): Reply {
  return { kind: "answer", answer, delayMs: 0 };
}
