/**
 * Downloads clips to this device, each of them once per browser: the player, the background work and the other tabs
 * share one request per clip. The bytes go to the store and, while they arrive, to the player of this tab.
 */
import type { Problem } from "#contract/problem.ts";
import { createStore, type ReadableStore, type Store } from "#store/create-store.ts";
import type { fetchClip } from "#studio/api/clip-bytes.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { type ClipStore, storeProblem } from "#studio/storage/clips/clip-store.ts";
import { checkCopy, type FindFault } from "./check-copy.ts";
import type { DownloadChannel, DownloadProgress } from "./download-channel.ts";
import { awaitTurn, type LockDeps, type WaitingTurn } from "./download-lock.ts";
import { createReplay } from "./replay.ts";

/**
 * - `waiting`: another tab downloads the clip, or the request has no answer yet. Progress is null until known
 * - `arriving`: this tab downloads it, and can play it meanwhile
 * - `checking`: all of it is in the store; whether it is intact is being checked
 * - `saved`: it is in the store and intact
 * - `failed`: nothing of it is in the store
 */
export type DownloadState =
  | { kind: "waiting"; progress: DownloadProgress | null }
  | { kind: "arriving"; progress: DownloadProgress; openStream: OpenStream }
  | { kind: "checking" }
  | { kind: "saved" }
  | { kind: "failed"; problem: Problem };

/** Opens a stream of all bytes from the first one. Null once it is too late for that. */
type OpenStream = () => ReadableStream<Uint8Array<ArrayBuffer>> | null;

export interface ClipDownload {
  state: ReadableStore<DownloadState>;
  /** Null once the clip is saved, otherwise the problem. */
  result: Promise<Problem | null>;
}

/** Resolves to null once the clip is on this device, otherwise to the problem. */
export type SaveClip = (src: string, signal: AbortSignal) => Promise<Problem | null>;

export interface ClipDownloads {
  /** The download of a clip in this tab, started if there is none. It runs to its end even if nobody follows it. */
  join(src: string): ClipDownload;
  /** The download of a clip in this tab, or null if there is none. */
  find(src: string): ClipDownload | null;
  /** Like `join`. The signal only ends the wait. */
  save: SaveClip;
  /** Ends all downloads, because the page is about to be frozen and must not block other tabs. */
  suspend(): void;
}

export interface DownloadDeps extends LockDeps {
  store: ClipStore;
  fetchClip: typeof fetchClip;
  findFault: FindFault;
  channel: DownloadChannel | null;
  now: () => Date;
}

/** Progress is posted to other tabs no more often. */
const REPORT_INTERVAL_MS = 250;

interface ActiveDownload extends ClipDownload {
  state: Store<DownloadState>;
  turn: WaitingTurn<Problem | null>;
  aborted: AbortController;
}

/** Creates the downloads of this tab. */
export function createClipDownloads(deps: DownloadDeps): ClipDownloads {
  const active = new Map<string, ActiveDownload>();

  deps.channel?.listen(({ src, bytes, totalBytes }) => {
    const download = active.get(src);
    if (download?.state.getState().kind !== "waiting") return;
    download.turn.noteProgress();
    download.state.set({ kind: "waiting", progress: { bytes, totalBytes } });
  });

  function start(src: string): ActiveDownload {
    const state = createStore<DownloadState>({ kind: "waiting", progress: null });
    const aborted = new AbortController();
    const { signal } = aborted;
    const work = () => fetchToStore(src, { deps, state, signal });
    const turn = awaitTurn(src, { work, onLost: () => aborted.abort(), signal }, deps);
    // An unexpected error, too, has to end the download: others wait for it.
    const result = turn.result
      .catch(() => storeProblem("broken"))
      .then((problem) => {
        active.delete(src);
        state.set(problem === null ? { kind: "saved" } : { kind: "failed", problem });
        return problem;
      });
    const download = { state, turn, aborted, result };
    active.set(src, download);
    return download;
  }

  const join = (src: string) => active.get(src) ?? start(src);

  return {
    join,
    find: (src) => active.get(src) ?? null,
    save: (src, signal) => unlessAborted(join(src).result, signal),
    suspend() {
      for (const { aborted } of active.values()) aborted.abort();
    },
  };
}

interface Fetching {
  deps: DownloadDeps;
  state: Store<DownloadState>;
  signal: AbortSignal;
}

/**
 * Downloads one clip into the store. An existing copy is checked instead, because its page may have closed between the
 * download and the check.
 */
async function fetchToStore(
  src: string,
  { deps, state, signal }: Fetching,
): Promise<Problem | null> {
  const { store, findFault } = deps;
  if ((await store.has(src)) && (await checkCopy(src, store, findFault)) === null) return null;
  const obstacle = await store.findObstacle();
  if (obstacle !== null) return storeProblem(obstacle);
  const report = createReporter(src, deps);
  report({ bytes: 0, totalBytes: null });
  const bytes = await deps.fetchClip(src, { signal });
  if (!bytes.ok) return bytes.problem;
  const { type, length, body } = bytes.value;
  const setArriving = (progress: DownloadProgress) => {
    state.set({ kind: "arriving", progress, openStream: replay.open });
  };
  const replay = createReplay(body, {
    onProgress(arrived) {
      const progress = { bytes: arrived, totalBytes: length };
      setArriving(progress);
      report(progress);
    },
  });
  const forStore = replay.open();
  if (forStore === null) return storeProblem("broken");
  setArriving({ bytes: 0, totalBytes: length });
  const fault = await store.put(src, { type, length, body: forStore });
  if (fault !== null) return storeProblem(fault);
  state.set({ kind: "checking" });
  return checkCopy(src, store, findFault);
}

/** Posts progress to the other tabs, at intervals. */
function createReporter(src: string, { channel, now }: DownloadDeps) {
  let reportedMs: number | null = null;
  return (progress: DownloadProgress) => {
    const nowMs = now().getTime();
    if (reportedMs !== null && Math.abs(nowMs - reportedMs) < REPORT_INTERVAL_MS) return;
    reportedMs = nowMs;
    channel?.post({ src, ...progress });
  };
}

/** The result, or a problem as soon as the signal is aborted. */
function unlessAborted(
  result: Promise<Problem | null>,
  signal: AbortSignal,
): Promise<Problem | null> {
  return new Promise((resolve) => {
    const detail = "The request was cancelled.";
    const leave = () => resolve(studioProblem("studio-aborted", { detail, retryable: true }));
    if (signal.aborted) return leave();
    signal.addEventListener("abort", leave, { once: true });
    void result.then((problem) => {
      signal.removeEventListener("abort", leave);
      resolve(problem);
    });
  });
}
