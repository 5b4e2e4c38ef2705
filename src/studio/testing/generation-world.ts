/** The dependencies of the background work, on a virtual clock and a disk in memory. Nothing happens on its own. */
import type { Generation } from "#contract/generation.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import type { GenerationDeps } from "#studio/features/generations/background/generation-deps.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";
import type { ApiResult } from "../api/http.ts";
import { aProblem, LIVE_CONFIG } from "./fixtures.ts";
import { MemoryDisk } from "./memory-library.ts";
import { openPage } from "./page.ts";

const UNREACHABLE = studioProblem("studio-unreachable", { detail: "It is away.", retryable: true });

/** A read and its time, in milliseconds since the start. */
interface Read {
  id: string;
  atMs: number;
}

export class GenerationWorld {
  readonly time: VirtualClock;
  readonly disk: MemoryDisk;
  readonly deps: GenerationDeps;
  /** Every read, in order. */
  readonly reads: Read[] = [];
  /** Reads in flight, now and at most. */
  open = 0;
  most = 0;
  isHidden = false;
  /** Whether the proxy returns its configuration. */
  hasConfig = true;
  /** How long a response takes. */
  answerMs = 100;
  /** The proxy's response to a read; by default that there is no such task. */
  answer: (id: string) => ApiResult<Generation> = () => ({
    ok: false,
    problem: aProblem("task-not-found", { status: 404, retryable: false }),
  });
  readonly #beginMs: number;

  constructor(time = new VirtualClock(), disk = new MemoryDisk()) {
    this.time = time;
    this.disk = disk;
    this.#beginMs = time.nowMs;
    this.deps = {
      ...openPage(disk, time).deps,
      createGeneration: () => {
        throw new Error("Nothing here is sent.");
      },
      readGeneration: (id) => this.#read(id),
      readConfig: async () =>
        this.hasConfig ? { ok: true, value: LIVE_CONFIG } : { ok: false, problem: UNREACHABLE },
      saveClip: () => {
        throw new Error("Nothing here is kept.");
      },
      isHidden: () => this.isHidden,
    };
  }

  /** When one id was read, in milliseconds since the start. */
  timesOf(id: string): number[] {
    return this.reads.filter((read) => read.id === id).map(({ atMs }) => atMs);
  }

  /** Milliseconds between the reads of one id. */
  gapsOf(id: string): number[] {
    const times = this.timesOf(id);
    return times.slice(1).map((atMs, index) => atMs - (times[index] ?? 0));
  }

  async #read(id: string): Promise<ApiResult<Generation>> {
    this.reads.push({ id, atMs: this.time.nowMs - this.#beginMs });
    this.open += 1;
    this.most = Math.max(this.most, this.open);
    await new Promise<void>((resolve) => this.time.setTimer(resolve, this.answerMs));
    this.open -= 1;
    return this.answer(id);
  }
}
