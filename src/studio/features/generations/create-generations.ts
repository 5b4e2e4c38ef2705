/**
 * The creator's actions on generations. One rule protects money: an entry is on disk before its request is sent, a
 * create is sent once, and a create without a response is looked up by its id, never sent again on a guess.
 */
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { canSendAgain, riskOfPayingTwice } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { type LifeEvent, step } from "#studio/domain/life/life.ts";
import { canRetry } from "#studio/domain/life/retry-rules.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { movedPlaces, type QueueDirection } from "#studio/domain/queue/send-queue.ts";
import type { EntryChange } from "#studio/storage/library/entry-database.ts";
import { type ChangeResult, entryMissing, notSent, type SubmitResult } from "./action-result.ts";
import type { GenerationDeps } from "./background/generation-deps.ts";
import { readEntry } from "./background/polling/read-entry.ts";
import type { Dispatcher } from "./background/sending/dispatcher.ts";
import { findTakenTaskId, type Press, prepareEntries } from "./prepare-entries.ts";

export interface SubmitOptions {
  /** Whether the requests are the std and the pro takes of one prompt. */
  pair: boolean;
  /** Name of the press, so that the same draft sent twice, or in two tabs, counts once. Null for none. */
  press: string | null;
}

/** Every action fails for an id that is not in the library. */
export interface Generations {
  /** Adds one entry per request to the library and starts sending them. */
  submit(requests: readonly KirinRequest[], options: SubmitOptions): Promise<SubmitResult>;
  /** Sends the same request as a new entry. The failed one stays. */
  retry(id: string): Promise<SubmitResult>;
  /** Sends the same request under a new id although Kirin may have the old one. The caller has warned the creator. */
  startOver(id: string): Promise<SubmitResult>;
  /** Resends an entry that certainly never reached Kirin, under its own id. */
  sendAgain(id: string): Promise<ChangeResult>;
  /** Cancels an entry that has not been sent. */
  cancel(id: string): Promise<ChangeResult>;
  /** Swaps a queued entry with the one before or after it. */
  moveInQueue(id: string, direction: QueueDirection): Promise<ChangeResult>;
  /** Tries a held entry now, unless Kirin set a retry time. */
  tryNow(id: string): Promise<ChangeResult>;
  /** Reads the task from Kirin now. Fails if Kirin doesn't respond. */
  checkNow(id: string): Promise<ChangeResult>;
  /** Stops reading the task. Kirin keeps rendering. */
  stopTracking(id: string): Promise<ChangeResult>;
  /** Reads the task again, from now on. */
  resumeTracking(id: string): Promise<ChangeResult>;
  /** Records that the creator has seen the outcome. */
  markSeen(id: string): Promise<ChangeResult>;
  /** Clears the problem of a download, so that the leading tab downloads the clips again. */
  fetchClipsAgain(id: string): Promise<ChangeResult>;
}

interface Context {
  deps: GenerationDeps;
  dispatcher: Dispatcher;
  /** Whether the creator agrees to what the requests cost. Asked once per press, before anything is on disk. */
  mayPay: (requests: readonly KirinRequest[]) => Promise<boolean>;
}

/** Creates the actions for a library and a proxy. */
export function createGenerations(
  deps: GenerationDeps,
  dispatcher: Dispatcher,
  mayPay: Context["mayPay"] = async () => true,
): Generations {
  const { library } = deps;
  const context = { deps, dispatcher, mayPay };
  const now = () => deps.now().toISOString();
  return {
    submit: (requests, { pair, press }) =>
      submit(context, requests, { pairId: pair ? deps.newId() : null, retryOf: null, press }),
    async retry(id) {
      const entry = library.get(id);
      if (entry === undefined) return entryMissing();
      if (!canRetry(entry)) return { status: "unchanged", ids: [] };
      // A custom task id is kept only if Kirin never accepted it.
      const isIdKept = entry.externalTaskId !== id && entry.phase !== "failed";
      return submitAgain(context, entry, isIdKept);
    },
    async startOver(id) {
      const entry = library.get(id);
      if (entry === undefined) return entryMissing();
      if (riskOfPayingTwice(entry) === null) return { status: "unchanged", ids: [] };
      return submitAgain(context, entry, false);
    },
    async sendAgain(id) {
      const entry = library.get(id);
      if (entry === undefined) return entryMissing();
      if (!canSendAgain(entry)) return { status: "unchanged" };
      if (!(await mayPay([entry.request]))) return { status: "declined" };
      return commit(context, id, { type: "send-again", now: now() });
    },
    cancel: (id) => commit(context, id, { type: "withdraw", now: now() }),
    moveInQueue: (id, direction) => moveInQueue(context, id, direction),
    tryNow: (id) => commit(context, id, { type: "requeue", retryAt: now() }),
    checkNow: (id) => checkNow(context, id),
    stopTracking: (id) =>
      update(context, id, (entry) => step(entry, { type: "watch", isWatched: false })),
    async resumeTracking(id) {
      const resumed = await update(context, id, (entry) =>
        step(entry, { type: "watch", isWatched: true }),
      );
      // The last status is old, and the creator is waiting for a new one. The stage shows a failed read.
      await checkNow(context, id);
      return resumed;
    },
    markSeen: (id) => update(context, id, (entry) => step(entry, { type: "see", now: now() })),
    fetchClipsAgain: (id) => update(context, id, withoutClipsProblem),
  };
}

async function submit(
  { deps, dispatcher, mayPay }: Context,
  requests: readonly KirinRequest[],
  press: Press,
): Promise<SubmitResult> {
  const { library, newId } = deps;
  if (!(await mayPay(requests))) return { status: "declined" };
  deps.requestPersistentStorage();
  await library.load();
  const entries = prepareEntries(requests, { ...press, newId, nowMs: deps.now().getTime() });
  const taken = findTakenTaskId(entries, library.getState().entries);
  if (taken !== null) return { status: "failed", problem: taskIdInUse(taken) };
  const added = await library.add(entries);
  if (!added.ok) return notSent(added.problem);
  if (added.earlier.length > 0) {
    return { status: "unchanged", ids: added.earlier.map(({ id }) => id) };
  }
  void dispatcher.send();
  return { status: "changed", ids: entries.map(({ id }) => id) };
}

/** Submits the request of an entry once more. */
function submitAgain(
  context: Context,
  entry: LibraryEntry,
  isIdKept: boolean,
): Promise<SubmitResult> {
  const { external_task_id: _used, ...rest } = entry.request;
  const request = isIdKept ? { ...rest, external_task_id: entry.externalTaskId } : rest;
  const { entries } = context.deps.library.getState();
  // A second press before the first is in the library has the same number, so it counts once.
  const retries = entries.filter(({ retryOf }) => retryOf === entry.id).length;
  return submit(context, [request], {
    pairId: entry.pairId,
    retryOf: entry.id,
    press: `retry ${entry.id} ${retries}`,
  });
}

async function moveInQueue(
  { deps: { library } }: Context,
  id: string,
  direction: QueueDirection,
): Promise<ChangeResult> {
  if (library.get(id) === undefined) return entryMissing();
  let status: "changed" | "unchanged" = "unchanged";
  for (const place of movedPlaces(library.getState().entries, id, direction)) {
    const { queuedAt } = place;
    const moved = await library.commit(place.id, (entry) =>
      step(entry, { type: "requeue", queuedAt }),
    );
    if (!moved.ok) return notSent(moved.problem);
    if (moved.isChanged) status = "changed";
  }
  return { status };
}

async function checkNow({ deps }: Context, id: string): Promise<ChangeResult> {
  if (deps.library.get(id) === undefined) return entryMissing();
  const config = await deps.readConfig();
  if (!config.ok) return { status: "failed", problem: config.problem };
  const problem = await readEntry(deps, id, config.value);
  return problem === null ? { status: "changed" } : { status: "failed", problem };
}

/** Applies an event to the entry on disk, or not at all, and wakes the dispatcher. */
async function commit(
  { deps, dispatcher }: Context,
  id: string,
  event: LifeEvent,
): Promise<ChangeResult> {
  const committed = await deps.library.commit(id, (entry) => step(entry, event));
  if (!committed.ok) return notSent(committed.problem);
  void dispatcher.send();
  return { status: committed.isChanged ? "changed" : "unchanged" };
}

/** Makes a change that is shown even if it can't be written. */
async function update(
  { deps: { library } }: Context,
  id: string,
  change: EntryChange,
): Promise<ChangeResult> {
  const before = library.get(id);
  const after = await library.update(id, change);
  if (after === undefined) return entryMissing();
  return { status: before !== undefined && change(before) === before ? "unchanged" : "changed" };
}

/** Another tab may have saved the clips meanwhile. Then nothing is fetched again. */
function withoutClipsProblem(entry: LibraryEntry): LibraryEntry {
  if (entry.clipsProblem === null) return entry;
  return step(entry, { type: "keep", keptAt: null, problem: null });
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
