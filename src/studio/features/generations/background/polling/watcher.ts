/** The single poller. It reads the status of every entry that can still change. */
import type { StudioConfig } from "#contract/config.ts";
import type { Problem } from "#contract/problem.ts";
import { mayArriveLate, needsReading } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import {
  askedDelayMs,
  lateArrivalDelayMs,
  POLL_MIN_MS,
  pollDelayMs,
  recheckDelayMs,
} from "#studio/domain/polling/poll-delay.ts";
import { createPollPlanner } from "#studio/domain/polling/poll-planner.ts";
import type { GenerationDeps } from "../generation-deps.ts";
import { createLimit } from "./limit.ts";
import { readEntry } from "./read-entry.ts";

/**
 * Reads don't count against Kirin's parallel limit, but a browser opens only six connections per host, and clips need
 * some.
 */
const READS_MAX = 4;
const CONFIG_RETRY_MS = 5000;

/** Why an entry is read: its create has no response, its task may appear late, or its task is not finished. */
type Subject = "unknown" | "late" | "task";

interface Watch {
  subject: Subject;
  reads: number;
  /** Failed reads since the last successful one. */
  failures: number;
  problem: Problem | null;
  askedAtMs: number;
  isReading: boolean;
  cancel: () => void;
}

export interface Watcher {
  /** Reads everything now, for example when the creator returns. */
  lookNow(): void;
  stop(): void;
}

/** Starts watching the library. A failed read never ends a watch. A hidden tab polls more slowly. */
export function startWatcher(deps: GenerationDeps): Watcher {
  const { library, now } = deps;
  const watches = new Map<string, Watch>();
  const limit = createLimit(READS_MAX);
  const planner = createPollPlanner();
  const ended = new AbortController();
  let config: StudioConfig | null = null;
  let cancelConfig = () => {};
  let unsubscribe = () => {};

  async function begin(): Promise<void> {
    await library.load();
    await learnConfig();
    if (ended.signal.aborted) return;
    unsubscribe = library.subscribe(follow);
    follow();
    lookNow();
  }

  /** The config has the polling interval and the create timeout. Without the timeout, a missing task proves nothing. */
  async function learnConfig(): Promise<void> {
    const result = await deps.readConfig(ended.signal);
    if (ended.signal.aborted) return;
    if (result.ok) config = result.value;
    else cancelConfig = deps.setTimer(() => void learnConfig(), CONFIG_RETRY_MS);
  }

  /** Starts and ends watches to match the library. */
  function follow(): void {
    const nowMs = now().getTime();
    const wanted = new Map(
      library
        .getState()
        .entries.filter((entry) => needsReading(entry, nowMs))
        .map((entry) => [entry.id, entry]),
    );
    const askedAtMs = new Map<string, number>();
    for (const [id, watch] of watches) {
      const entry = wanted.get(id);
      if (entry !== undefined && subjectOf(entry) === watch.subject) continue;
      watch.cancel();
      watches.delete(id);
      askedAtMs.set(id, watch.askedAtMs);
    }
    for (const [id, entry] of wanted) {
      if (watches.has(id)) continue;
      const watch: Watch = {
        subject: subjectOf(entry),
        reads: 0,
        failures: 0,
        problem: null,
        // The previous leader may have just read it.
        askedAtMs: askedAtMs.get(id) ?? Date.parse(entry.heardAt ?? entry.preparedAt),
        isReading: false,
        cancel: () => {},
      };
      watches.set(id, watch);
      schedule(id, watch, watch.subject === "unknown" ? 0 : delayMs(entry, watch));
    }
  }

  function schedule(id: string, watch: Watch, inMs: number): void {
    watch.cancel();
    watch.cancel = deps.setTimer(() => void read(id, watch), inMs);
  }

  async function read(id: string, watch: Watch): Promise<void> {
    watch.cancel();
    watch.isReading = true;
    const createTimeoutMs = config?.createTimeoutMs ?? Number.POSITIVE_INFINITY;
    const problem = await limit(() => {
      watch.askedAtMs = now().getTime();
      return isCurrent(id, watch)
        ? readEntry(deps, id, { createTimeoutMs, signal: ended.signal })
        : Promise.resolve(null);
    });
    watch.isReading = false;
    if (!isCurrent(id, watch)) return;
    watch.reads += 1;
    watch.failures = problem === null ? 0 : watch.failures + 1;
    watch.problem = problem;
    const entry = library.get(id);
    if (entry !== undefined) schedule(id, watch, delayMs(entry, watch));
  }

  function isCurrent(id: string, watch: Watch): boolean {
    return !ended.signal.aborted && watches.get(id) === watch;
  }

  function delayMs(entry: LibraryEntry, watch: Watch): number {
    const pollMinMs = config?.pollMinMs ?? POLL_MIN_MS;
    const askedMs = askedDelayMs(watch.problem);
    if (watch.subject === "unknown") return Math.max(recheckDelayMs(watch.reads), askedMs);
    if (watch.subject === "late") {
      return Math.max(lateArrivalDelayMs(watch.reads), askedMs);
    }
    return pollDelayMs(entry, {
      nowMs: now().getTime(),
      pollMinMs,
      failures: watch.failures,
      problem: watch.problem,
      isHidden: deps.isHidden(),
      plan: planner({
        request: entry.request,
        entries: library.getState().entries,
        upstream: config?.upstream ?? "live",
        minGapSeconds: pollMinMs / 1000,
      }),
    });
  }

  /** Reads everything except what was just read or has to wait. */
  function lookNow(): void {
    const nowMs = now().getTime();
    for (const [id, watch] of watches) {
      const restMs = Math.max(config?.pollMinMs ?? POLL_MIN_MS, askedDelayMs(watch.problem));
      // A last read in the future means that the clock was set back.
      const hasRested = Math.abs(nowMs - watch.askedAtMs) >= restMs;
      if (!watch.isReading && hasRested) schedule(id, watch, 0);
    }
  }

  void begin();

  return {
    lookNow,
    stop() {
      ended.abort();
      unsubscribe();
      cancelConfig();
      for (const watch of watches.values()) watch.cancel();
      watches.clear();
    },
  };
}

function subjectOf(entry: LibraryEntry): Subject {
  if (entry.phase === "unknown") return "unknown";
  return mayArriveLate(entry) ? "late" : "task";
}
