/**
 * The creator's actions on generations. One rule protects money: an entry is on disk before the request is sent, a
 * create is sent once, and a create without an answer is looked up by its id, never sent again on a guess.
 */
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";
import {
  canRetry,
  canSendAgain,
  mayHaveTask,
  riskOfPayingTwice,
} from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { type LifeEvent, step } from "#studio/domain/life/life.ts";
import { prepareEntry } from "#studio/domain/life/prepare-entry.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { movedPlaces, type QueueDirection } from "#studio/domain/queue/send-queue.ts";
import { pressKey } from "#studio/domain/submit/press-key.ts";
import type { GenerationDeps } from "./background/generation-deps.ts";
import { readEntry } from "./background/polling/read-entry.ts";
import type { Dispatcher } from "./background/sending/dispatcher.ts";

export interface SubmitOptions {
  /** Whether the requests are the std and the pro takes of one prompt. */
  pair: boolean;
  /** Identifies the draft as last sent, so that the same draft submitted in two tabs counts once. Null for none. */
  press: string | null;
}

/** `ok` means that the entries are on disk; the library shows what happens to them. Otherwise nothing was sent. */
export type SubmitResult =
  | {
      ok: true;
      ids: string[];
      /** Whether another tab had already made the same submit. */
      isEarlier: boolean;
    }
  | { ok: false; problem: Problem };

export interface GenerationActions {
  submitGenerations(
    requests: readonly KirinRequest[],
    options: SubmitOptions,
  ): Promise<SubmitResult>;
  /** Makes the same request as a new entry; the failed one stays. */
  retry(id: string): Promise<SubmitResult>;
  /** Makes the same request under a new id although Kirin may have the old one. The creator was warned. */
  startOver(id: string): Promise<SubmitResult>;
  /** Sends an entry that certainly never reached Kirin, under its own id. */
  sendAgain(id: string): Promise<SubmitResult>;
  /** Cancels an entry that has not been sent. */
  withdraw(id: string): Promise<SubmitResult>;
  /** Swaps a queued entry with the one before or after it. */
  move(id: string, direction: QueueDirection): Promise<SubmitResult>;
  /** Retries a held entry now, unless Kirin named a time for the retry. */
  tryNow(id: string): Promise<void>;
  /** Reads the task from Kirin now. */
  recheck(id: string): Promise<void>;
  stopWatching(id: string): Promise<void>;
  watchAgain(id: string): Promise<void>;
  /** Records that the creator has seen the outcome. */
  markSeen(id: string): Promise<void>;
}

// Two clicks closer than this count as one, and so does a click while the first submit is still being written to disk.
const DOUBLE_CLICK_MS = 700;

/** What identifies a submit apart from its requests. */
interface Press {
  pairId: string | null;
  retryOf: string | null;
  press: string | null;
}

/** Creates the actions for a library and a proxy. */
export function createGenerationActions(
  deps: GenerationDeps,
  dispatcher: Dispatcher,
): GenerationActions {
  const { library, now } = deps;
  let last:
    | { key: string; atMs: number; result: Promise<SubmitResult>; isPending: boolean }
    | undefined;

  function submit(requests: readonly KirinRequest[], press: Press): Promise<SubmitResult> {
    const key = JSON.stringify([requests, press.retryOf]);
    const atMs = now().getTime();
    if (last?.key === key && (last.isPending || Math.abs(atMs - last.atMs) < DOUBLE_CLICK_MS)) {
      return last.result;
    }
    const result = journal(requests, press);
    const made = { key, atMs, result, isPending: true };
    last = made;
    return result
      .then((submitted) => {
        // A submit that was not written to disk doesn't count, so the next click tries again.
        if (!submitted.ok && last === made) last = undefined;
        return submitted;
      })
      .finally(() => {
        made.isPending = false;
      });
  }

  async function journal(
    requests: readonly KirinRequest[],
    { pairId, retryOf, press }: Press,
  ): Promise<SubmitResult> {
    deps.askToKeepLibrary();
    await library.load();
    const takes = requests.map((request, index) => takeOf(request, requests.slice(0, index)));
    const most = Math.max(...takes);
    const atMs = now().getTime();
    const entries = requests.map((request, index) => {
      const take = takes[index] ?? 1;
      return prepareEntry({
        id: deps.newId(),
        request,
        pairId,
        retryOf,
        pressKey: pressKey(press, request, take),
        // One millisecond apart per take, because ids carry no order. Backdated, so that no entry is prepared in the
        // future.
        now: new Date(atMs - (most - take)).toISOString(),
      });
    });
    const keys = new Set(entries.flatMap((entry) => entry.pressKey ?? []));
    const isSamePress = ({ pressKey: key }: LibraryEntry) => key !== null && keys.has(key);
    const ids = entries.map(({ externalTaskId }) => externalTaskId);
    const taken = entries.find(
      ({ externalTaskId }, index) =>
        isTaken(externalTaskId, isSamePress) || ids.indexOf(externalTaskId) < index,
    );
    if (taken) return { ok: false, problem: taskIdInUse(taken.externalTaskId) };

    const journalled = await library.add(entries);
    if (!journalled.ok) return { ok: false, problem: notSent(journalled.problem) };
    if (journalled.earlier.length > 0) {
      return { ok: true, ids: journalled.earlier.map(({ id }) => id), isEarlier: true };
    }
    void dispatcher.send();
    return { ok: true, ids: entries.map(({ id }) => id), isEarlier: false };
  }

  /** Another entry with the id of an existing task would show the same task twice and count its cost twice. */
  function isTaken(id: string, isSamePress: (entry: LibraryEntry) => boolean): boolean {
    return library
      .getState()
      .entries.some((e) => e.externalTaskId === id && mayHaveTask(e) && !isSamePress(e));
  }

  function again(entry: LibraryEntry, isIdKept: boolean): Promise<SubmitResult> {
    const { external_task_id: _used, ...rest } = entry.request;
    const request = isIdKept ? { ...rest, external_task_id: entry.externalTaskId } : rest;
    const before = library.getState().entries.filter(({ retryOf }) => retryOf === entry.id);
    const press = `retry ${entry.id} ${before.length}`;
    return submit([request], { pairId: entry.pairId, retryOf: entry.id, press });
  }

  /** Applies an event to the entry on disk and wakes the dispatcher. On failure nothing changes. */
  async function commit(id: string, event: LifeEvent): Promise<SubmitResult> {
    const committed = await library.commit(id, (entry) => step(entry, event));
    if (!committed.ok) return { ok: false, problem: notSent(committed.problem) };
    void dispatcher.send();
    return { ok: true, ids: [id], isEarlier: !committed.isChanged };
  }

  async function recheck(id: string): Promise<void> {
    const config = await deps.readConfig();
    if (config.ok) await readEntry(deps, id, config.value);
  }

  const nothingDone = (id: string): SubmitResult => ({ ok: true, ids: [id], isEarlier: true });

  return {
    submitGenerations(requests, { pair, press }) {
      const pairId = pair ? deps.newId() : null;
      return submit(requests, { pairId, retryOf: null, press });
    },
    async retry(id) {
      const entry = library.get(id);
      if (entry === undefined || !canRetry(entry)) return nothingDone(id);
      // A custom task id is kept only if Kirin never accepted it.
      return again(entry, entry.externalTaskId !== id && entry.phase !== "failed");
    },
    async startOver(id) {
      const entry = library.get(id);
      return entry !== undefined && riskOfPayingTwice(entry) !== null
        ? again(entry, false)
        : nothingDone(id);
    },
    async sendAgain(id) {
      const entry = library.get(id);
      if (entry === undefined || !canSendAgain(entry)) return nothingDone(id);
      return commit(id, { type: "send-again", now: now().toISOString() });
    },
    withdraw: (id) => commit(id, { type: "withdraw", now: now().toISOString() }),
    async move(id, direction) {
      for (const place of movedPlaces(library.getState().entries, id, direction)) {
        const { queuedAt } = place;
        const moved = await library.commit(place.id, (entry) =>
          step(entry, { type: "requeue", queuedAt }),
        );
        if (!moved.ok) return { ok: false, problem: notSent(moved.problem) };
      }
      return nothingDone(id);
    },
    async tryNow(id) {
      await commit(id, { type: "requeue", retryAt: now().toISOString() });
    },
    recheck,
    async stopWatching(id) {
      await library.update(id, (entry) => step(entry, { type: "watch", isWatched: false }));
    },
    async watchAgain(id) {
      await library.update(id, (entry) => step(entry, { type: "watch", isWatched: true }));
      // The last status is old, and the creator is waiting for a new one.
      await recheck(id);
    },
    async markSeen(id) {
      await library.update(id, (entry) => step(entry, { type: "see", now: now().toISOString() }));
    },
  };
}

/** 1-based index among the batch's requests of the same mode. */
function takeOf({ mode }: KirinRequest, before: readonly KirinRequest[]): number {
  return before.filter((request) => request.mode === mode).length + 1;
}

function notSent(problem: Problem): Problem {
  return { ...problem, outcome: "not-sent" };
}

function taskIdInUse(externalTaskId: string): Problem {
  return {
    ...studioProblem("task-id-in-use", {
      detail: `The library already has a generation with the task id “${externalTaskId}”.`,
      retryable: false,
      outcome: "not-sent",
    }),
    issues: [{ field: "external_task_id", message: "external-task-id-in-use" }],
  };
}
