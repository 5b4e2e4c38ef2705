/** Valid entries and responses for tests, which vary only what they test. */
import type { StudioConfig } from "#contract/config.ts";
import type { Generation } from "#contract/generation.ts";
import { type Problem, type ProblemCode, problemType } from "#contract/problem.ts";
import { nextHold } from "#studio/domain/life/hold.ts";
import type { EntryPhase, Hold, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { prepareEntry } from "#studio/domain/life/prepare-entry.ts";

/** Noon, so that the day is the same in most of the world. */
export const NOON = "2026-11-22T12:00:00.000Z";

/** The proxy's configuration for the real service with a key. */
export const LIVE_CONFIG: StudioConfig = {
  upstream: "live",
  model: "kirin_v2_6_t2v",
  hasKey: true,
  createTimeoutMs: 30_000,
  readTimeoutMs: 15_000,
  pollMinMs: 2000,
};

/** An ISO time some seconds after {@link NOON}. */
export function atSecond(seconds: number): string {
  return new Date(Date.parse(NOON) + seconds * 1000).toISOString();
}

/** Kirin's report of a running task. */
export function aGeneration(change: Partial<Generation> = {}): Generation {
  return {
    id: "kirin-1",
    externalTaskId: "entry-1",
    status: "running",
    upstreamStatus: "in_progress",
    progress: 0.4,
    createdAt: NOON,
    updatedAt: null,
    usage: null,
    error: null,
    metadata: null,
    clips: [],
    unknownFields: {},
    ...change,
  };
}

/** Kirin's report of a completed task. */
export function aCompletedGeneration(change: Partial<Generation> = {}): Generation {
  const id = change.id ?? "kirin-1";
  return aGeneration({
    status: "completed",
    upstreamStatus: "completed",
    progress: 1,
    usage: { cost: "0.35", discount: 1 },
    clips: [{ index: 0, durationSeconds: 5, src: `/api/generations/${id}/clips/0` }],
    ...change,
  });
}

/** An entry that was saved at {@link NOON} and not sent yet. */
export function aPreparedEntry(change: Partial<LibraryEntry> = {}): LibraryEntry {
  const parts = {
    id: change.id ?? "entry-1",
    request: { prompt: "A lighthouse at dusk, waves below" },
    pairId: null,
    retryOf: null,
    pressKey: null,
    now: NOON,
  };
  return { ...prepareEntry(parts), ...change };
}

/** An entry that has been in flight since {@link NOON}. */
export function anEntry(change: Partial<LibraryEntry> = {}): LibraryEntry {
  return aPreparedEntry({ phase: "sending", attempts: 1, sentAt: NOON, ...change });
}

/** An entry that Kirin is working on. */
export function aWatchedEntry(change: Partial<LibraryEntry> = {}): LibraryEntry {
  const id = change.id ?? "entry-1";
  return anEntry({
    phase: "waiting",
    acceptedAt: NOON,
    runningAt: NOON,
    heardAt: NOON,
    generation: aGeneration({ id: `kirin-${id}`, externalTaskId: id }),
    ...change,
  });
}

/** An entry whose clip is ready. */
export function aCompletedEntry(change: Partial<LibraryEntry> = {}): LibraryEntry {
  const id = change.id ?? "entry-1";
  return aWatchedEntry({
    phase: "completed",
    endedAt: atSecond(60),
    heardAt: atSecond(60),
    generation: aCompletedGeneration({ id: `kirin-${id}`, externalTaskId: id }),
    ...change,
  });
}

/** An entry that failed at Kirin. */
export function aFailedEntry(change: Partial<LibraryEntry> = {}): LibraryEntry {
  const id = change.id ?? "entry-1";
  return aCompletedEntry({
    phase: "failed",
    generation: aGeneration({
      id: `kirin-${id}`,
      externalTaskId: id,
      status: "failed",
      upstreamStatus: "failed",
      error: { code: "002014097", message: "http error response" },
    }),
    ...change,
  });
}

/** A hold since {@link NOON}, by default because all slots are in use. */
export function aHold(change: Partial<Hold> = {}): Hold {
  return { ...nextHold(change.reason ?? "slots", null, NOON), ...change };
}

/** An entry that was tried once and has been held since {@link NOON}. */
export function aHeldEntry(change: Partial<LibraryEntry> = {}): LibraryEntry {
  return anEntry({ phase: "held", hold: aHold(), ...change });
}

const ENTRY_IN: Readonly<Record<EntryPhase, (change: Partial<LibraryEntry>) => LibraryEntry>> = {
  prepared: aPreparedEntry,
  held: aHeldEntry,
  sending: anEntry,
  unknown: (change) => anEntry({ problem: aProblem("upstream-timeout"), ...change }),
  "never-arrived": anEntry,
  accepted: (change) => aWatchedEntry({ runningAt: null, ...change }),
  waiting: aWatchedEntry,
  completed: aCompletedEntry,
  failed: aFailedEntry,
  refused: (change) => anEntry({ problem: aProblem("upstream-refused"), ...change }),
  lost: (change) => aWatchedEntry({ problem: aProblem("task-not-found"), ...change }),
  withdrawn: (change) => aPreparedEntry({ endedAt: atSecond(5), ...change }),
};

/** A valid entry in any phase. */
export function anEntryIn(phase: EntryPhase, change: Partial<LibraryEntry> = {}): LibraryEntry {
  return ENTRY_IN[phase]({ phase, ...change });
}

/** A problem as the proxy reports it. */
export function aProblem(code: ProblemCode, change: Partial<Problem> = {}): Problem {
  return {
    type: problemType(code),
    title: code,
    status: 502,
    code,
    detail: "Something happened.",
    retryable: true,
    requestId: "request-1",
    ...change,
  };
}
