/**
 * Downloads the clips of every finished generation to this device, one at a time, newest first, and retries until they
 * are there. Kirin keeps clips for a limited time only.
 */
import type { Problem } from "#contract/problem.ts";
import {
  askedDelayMs,
  FAULTY_DOWNLOADS,
  GONE_ANSWERS,
  hasFaultyFile,
  isGone,
  saveDelayMs,
  savingStateOf,
} from "#studio/domain/life/clip-saving.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { step } from "#studio/domain/life/life.ts";
import type { GenerationDeps } from "../generation-deps.ts";

/** Problems that affect every clip. One clip is retried from time to time and the others wait for it. */
const OF_THE_STUDIO = new Set(["studio-unreachable", "studio-timeout", "studio-unreadable"]);
const OF_THE_DEVICE = new Set(["clips-full", "clips-unavailable"]);

/** Failed attempts, and the wait before the next one. */
interface Failures {
  count: number;
  /** Consecutive responses that Kirin no longer has a clip. */
  gone: number;
  /** Consecutive downloads with a faulty file. */
  faulty: number;
  problem: Problem;
  sinceMs: number;
  delayMs: number;
}

export interface ClipKeeper {
  /** Retries everything that waits. Called when the creator returns or the network is back. */
  tryNow(): void;
  stop(): void;
}

type KeeperDeps = Pick<GenerationDeps, "library" | "keepClip" | "now" | "setTimer">;

/** Starts the downloads. */
export function startClipKeeper({ library, keepClip, now, setTimer }: KeeperDeps): ClipKeeper {
  const failuresById = new Map<string, Failures>();
  /** Entries with a problem in the library. If the problem is gone from there, the creator asked for a retry. */
  const told = new Set<string>();
  const ended = new AbortController();
  let ofAll: Failures | undefined;
  let isBusy = false;
  let cancelTimer = () => {};

  async function run(): Promise<void> {
    if (isBusy || ended.signal.aborted) return;
    isBusy = true;
    cancelTimer();
    for (let entry = nextEntry(); entry !== undefined; entry = nextEntry()) {
      await keep(entry);
      if (ended.signal.aborted) return;
    }
    isBusy = false;
    wakeLater();
  }

  function wanted(): LibraryEntry[] {
    return library.getState().entries.filter((entry) => {
      const kind = savingStateOf(entry)?.kind;
      return kind === "saving" || kind === "retrying";
    });
  }

  function nextEntry(): LibraryEntry | undefined {
    const entries = wanted();
    for (const { id, clipsProblem } of entries) {
      if (clipsProblem !== null) told.add(id);
      else if (told.delete(id)) forget(id);
    }
    if (restMs(ofAll) > 0) return undefined;
    return entries.find(({ id }) => restMs(failuresById.get(id)) <= 0);
  }

  function forget(id: string): void {
    failuresById.delete(id);
    ofAll = undefined;
  }

  /** The rest of a wait in milliseconds. Zero if the clock was set back. */
  function restMs(failures: Failures | undefined): number {
    if (failures === undefined) return 0;
    const passedMs = now().getTime() - failures.sinceMs;
    return passedMs < 0 ? 0 : failures.delayMs - passedMs;
  }

  function wakeLater(): void {
    const rests = wanted().map(({ id }) => restMs(failuresById.get(id)));
    if (rests.length === 0) return;
    cancelTimer = setTimer(() => void run(), Math.max(Math.min(...rests), restMs(ofAll), 0));
  }

  async function keep({ id, generation }: LibraryEntry): Promise<void> {
    let problem: Problem | null = null;
    for (const { src } of generation?.clips ?? []) {
      // One clip that can't be downloaded must not hold up the others.
      const its = await keepClip(src, ended.signal);
      if (ended.signal.aborted) return;
      problem ??= its;
    }
    if (problem !== null) return fail(id, problem);
    forget(id);
    const keptAt = now().toISOString();
    await library.update(id, (entry) => step(entry, { type: "keep", keptAt, problem: null }));
  }

  async function fail(id: string, problem: Problem): Promise<void> {
    const isOfDevice = OF_THE_DEVICE.has(problem.code);
    if (isOfDevice || OF_THE_STUDIO.has(problem.code)) {
      ofAll = afterFailure(ofAll, problem);
      return tell(isOfDevice ? wanted().map((entry) => entry.id) : [id], problem);
    }
    const failures = afterFailure(failuresById.get(id), problem);
    failuresById.set(id, failures);
    if (hasFaultyFile(problem)) {
      return tell([id], { ...problem, retryable: failures.faulty < FAULTY_DOWNLOADS });
    }
    // A new clip can be missing briefly, so the problem is reported only once it is certain.
    if (!isGone(problem) || failures.gone >= GONE_ANSWERS) await tell([id], problem);
  }

  function afterFailure(before: Failures | undefined, problem: Problem): Failures {
    const count = (before?.count ?? 0) + 1;
    return {
      count,
      gone: isGone(problem) ? (before?.gone ?? 0) + 1 : 0,
      faulty: hasFaultyFile(problem) ? (before?.faulty ?? 0) + 1 : 0,
      problem,
      sinceMs: now().getTime(),
      delayMs: saveDelayMs(count, problem),
    };
  }

  async function tell(ids: readonly string[], problem: Problem): Promise<void> {
    for (const id of ids) told.add(id);
    await library.updateAll(ids, (entry) =>
      entry.clipsProblem?.code === problem.code &&
      entry.clipsProblem.retryable === problem.retryable
        ? entry
        : step(entry, { type: "keep", keptAt: null, problem }),
    );
  }

  const unsubscribe = library.subscribe(() => void run());
  void library.load().then(run);

  return {
    tryNow() {
      ofAll = undefined;
      for (const failures of failuresById.values()) {
        failures.delayMs = askedDelayMs(failures.problem);
      }
      void run();
    },
    stop() {
      ended.abort();
      unsubscribe();
      cancelTimer();
    },
  };
}
