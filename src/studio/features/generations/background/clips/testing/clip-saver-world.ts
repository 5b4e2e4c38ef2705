/** A clip saver on a virtual clock and a disk in memory. The test decides how each download ends. */
import type { Problem } from "#contract/problem.ts";
import { step } from "#studio/domain/life/life.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { MemoryDisk } from "#studio/testing/memory-library.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { startClipSaver } from "../clip-saver.ts";

export const BROKEN = studioProblem("clip-broken", { detail: "It broke off.", retryable: true });
export const UNREACHABLE = studioProblem("studio-unreachable", {
  detail: "It is away.",
  retryable: true,
});

/** How long a download takes. */
const DOWNLOAD_MS = 500;

/** The address of a clip. */
export function srcOf(id: string, index = 0): string {
  return `/api/generations/kirin-${id}/clips/${index}`;
}

export class ClipSaverWorld {
  readonly disk = new MemoryDisk();
  readonly time = new VirtualClock();
  readonly library = this.disk.open();
  /** Started downloads, each with its second. */
  readonly started: [src: string, second: number][] = [];
  /** The result of a download; by default the clip. */
  answer: (src: string) => Problem | null = () => null;
  /** The largest number of downloads that ran at once. */
  maxConcurrent = 0;
  #open = 0;

  /** Starts a saver, by default on the first tab's library. */
  start(library = this.library) {
    const beginMs = this.time.nowMs;
    return startClipSaver({
      library,
      now: this.time.date,
      setTimer: this.time.setTimer,
      saveClip: async (src, signal) => {
        this.started.push([src, (this.time.nowMs - beginMs) / 1000]);
        this.#open += 1;
        this.maxConcurrent = Math.max(this.maxConcurrent, this.#open);
        await new Promise<void>((resolve) => this.time.setTimer(resolve, DOWNLOAD_MS));
        this.#open -= 1;
        return signal.aborted ? UNREACHABLE : this.answer(src);
      },
    });
  }

  /** The seconds at which downloads of an entry's first clip started. */
  seconds(id: string): number[] {
    return this.started.filter(([src]) => src === srcOf(id)).map(([, second]) => second);
  }

  /** The entries in the order of their downloads. */
  order(): string[] {
    return this.started.map(([src]) => src.replace(/.*kirin-(.*)\/clips\/0/, "$1"));
  }

  /** The creator asks for another download. */
  fetchAgain(id: string) {
    return this.library.update(id, (entry) =>
      step(entry, { type: "keep", keptAt: null, problem: null }),
    );
  }
}
