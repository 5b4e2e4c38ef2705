/**
 * Downloads the clips of every finished generation to this device, one at a time, newest first, and retries until they
 * are there. Kirin keeps clips for a limited time only.
 */
import type { Problem } from "#contract/problem.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { step } from "#studio/domain/life/life.ts";
import type { GenerationDeps } from "../generation-deps.ts";
import {
  afterFailure,
  afterSuccess,
  forgetRequested,
  NO_DOWNLOADS,
  nextDownload,
  nextDownloadDelayMs,
  retryAll,
  wantedEntries,
  withClipsProblem,
  withReported,
} from "./download-rules.ts";

export interface ClipSaver {
  /** Retries everything that waits. Called when the creator returns or the network is back. */
  tryNow(): void;
  stop(): void;
}

type SaverDeps = Pick<GenerationDeps, "library" | "saveClip" | "now" | "setTimer">;

/** Starts the downloads. */
export function startClipSaver({ library, saveClip, now, setTimer }: SaverDeps): ClipSaver {
  const ended = new AbortController();
  let downloads = NO_DOWNLOADS;
  let isBusy = false;
  let cancelTimer = () => {};

  const wanted = () => wantedEntries(library.getState().entries);
  const nowMs = () => now().getTime();

  async function run(): Promise<void> {
    if (isBusy || ended.signal.aborted) return;
    isBusy = true;
    cancelTimer();
    for (let entry = next(); entry !== undefined; entry = next()) {
      const problem = await download(entry);
      if (ended.signal.aborted) return;
      await (problem === null ? noteSuccess(entry.id) : noteFailure(entry.id, problem));
      if (ended.signal.aborted) return;
    }
    isBusy = false;
    const delayMs = nextDownloadDelayMs(downloads, wanted(), nowMs());
    if (delayMs !== null) cancelTimer = setTimer(() => void run(), delayMs);
  }

  function next(): LibraryEntry | undefined {
    downloads = forgetRequested(downloads, wanted());
    return nextDownload(downloads, wanted(), nowMs());
  }

  /** Downloads all clips of an entry, and continues if one can't be downloaded. */
  async function download({ generation }: LibraryEntry): Promise<Problem | null> {
    let problem: Problem | null = null;
    for (const { src } of generation?.clips ?? []) {
      const clipProblem = await saveClip(src, ended.signal);
      if (ended.signal.aborted) return clipProblem;
      problem ??= clipProblem;
    }
    return problem;
  }

  async function noteSuccess(id: string): Promise<void> {
    downloads = afterSuccess(downloads, id);
    const keptAt = now().toISOString();
    await library.update(id, (entry) => step(entry, { type: "keep", keptAt, problem: null }));
  }

  async function noteFailure(id: string, problem: Problem): Promise<void> {
    const outcome = afterFailure(downloads, { id, problem, nowMs: nowMs() });
    downloads = outcome.downloads;
    const { report } = outcome;
    if (report === null) return;
    const ids = report.scope === "all" ? wanted().map((entry) => entry.id) : [id];
    downloads = withReported(downloads, ids);
    await library.updateAll(ids, (entry) => withClipsProblem(entry, report.problem));
  }

  const unsubscribe = library.subscribe(() => void run());
  void library.load().then(run);

  return {
    tryNow() {
      downloads = retryAll(downloads);
      void run();
    },
    stop() {
      ended.abort();
      unsubscribe();
      cancelTimer();
    },
  };
}
