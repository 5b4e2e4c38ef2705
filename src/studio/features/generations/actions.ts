/**
 * What a creator can do with generations. Money follows one rule here: an entry is on the disk before a byte leaves, a
 * create is sent once, and what nobody answered is read back by its id and never sent again on a guess.
 */
import type { Problem } from "#contract/problem.ts";
import type { KirinRequest } from "#kirin/request.ts";
import {
  applyAnswer,
  applyCreateProblem,
  applyResend,
  canResend,
  canRetry,
  prepareEntry,
  setWatched,
} from "#studio/domain/entry-transitions.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { studioProblem } from "#studio/domain/studio-problem.ts";
import type { GenerationDeps } from "./generation-deps.ts";
import { readEntry } from "./read-entry.ts";

export interface SubmitOptions {
  /** Whether the requests are the std and the pro take of one prompt. */
  pair: boolean;
}

/** `ok` means journalled and sent off; what becomes of it is in the library. Otherwise nothing was sent. */
export type SubmitResult = { ok: true; ids: string[] } | { ok: false; problem: Problem };

export interface GenerationActions {
  submitGenerations(
    requests: readonly KirinRequest[],
    options: SubmitOptions,
  ): Promise<SubmitResult>;
  /** Makes the same request as a new entry; the failed one stays. Sends again what is known never to have arrived. */
  retry(id: string): Promise<SubmitResult>;
  /** Looks now for an unanswered create. */
  recheck(id: string): Promise<void>;
  stopWatching(id: string): Promise<void>;
  watchAgain(id: string): Promise<void>;
}

// Two clicks closer than this are one click of a shaky finger, and so is one while the first is still being written down.
const DOUBLE_CLICK_MS = 700;

/** The actions over a library and a proxy. */
export function createGenerationActions(deps: GenerationDeps): GenerationActions {
  const { library, now } = deps;
  let last:
    | { key: string; atMs: number; result: Promise<SubmitResult>; isPending: boolean }
    | undefined;

  function submitGenerations(requests: readonly KirinRequest[], options: SubmitOptions) {
    const pairId = options.pair ? deps.newId() : null;
    return submit(requests, pairId, null);
  }

  function submit(
    requests: readonly KirinRequest[],
    pairId: string | null,
    retryOf: string | null,
  ): Promise<SubmitResult> {
    const key = JSON.stringify([requests, retryOf]);
    const atMs = now().getTime();
    if (last?.key === key && (last.isPending || atMs - last.atMs < DOUBLE_CLICK_MS)) {
      return last.result;
    }
    const result = journalAndSend(requests, pairId, retryOf);
    const press = { key, atMs, result, isPending: true };
    last = press;
    return result.finally(() => {
      press.isPending = false;
    });
  }

  async function journalAndSend(
    requests: readonly KirinRequest[],
    pairId: string | null,
    retryOf: string | null,
  ): Promise<SubmitResult> {
    deps.askToKeepLibrary();
    await library.load();
    const entries = requests.map((request) =>
      prepareEntry({ id: deps.newId(), request, pairId, retryOf, now: now().toISOString() }),
    );
    const ids = entries.map(({ externalTaskId }) => externalTaskId);
    const taken = entries.find(
      ({ externalTaskId }, index) => isTaken(externalTaskId) || ids.indexOf(externalTaskId) < index,
    );
    if (taken) return { ok: false, problem: taskIdInUse(taken.externalTaskId) };

    for (const { id } of entries) deps.sending.add(id);
    const journalled = await library.add(entries);
    if (!journalled.ok) {
      for (const { id } of entries) deps.sending.delete(id);
      return { ok: false, problem: { ...journalled.problem, outcome: "not-sent" } };
    }
    for (const entry of entries) void send(entry);
    return { ok: true, ids: entries.map(({ id }) => id) };
  }

  /** A second entry under the id of a task that exists would show, and add up, the same task twice. */
  function isTaken(externalTaskId: string): boolean {
    return library
      .getSnapshot()
      .entries.some((e) => e.externalTaskId === externalTaskId && e.phase !== "refused");
  }

  async function send({ id, request }: LibraryEntry): Promise<void> {
    const askedAt = now().toISOString();
    const result = await deps.createGeneration(request);
    deps.sending.delete(id);
    await library.update(id, (entry) =>
      result.ok
        ? applyAnswer(entry, result.value, { askedAt, now: now().toISOString() })
        : applyCreateProblem(entry, result.problem),
    );
  }

  async function resend(lost: LibraryEntry): Promise<SubmitResult> {
    const { id } = lost;
    const sentAt = now().toISOString();
    let isOurs = false;
    const sent = await library.update(id, (entry) => {
      // Two presses, or two tabs: the one that finds it still lying there sends it.
      if (canResend(entry)) {
        isOurs = true;
        deps.sending.add(id);
      }
      return applyResend(entry, sentAt);
    });
    if (!isOurs || sent === undefined) return { ok: true, ids: [id] };
    const { status } = library.getSnapshot();
    if (typeof status === "object") {
      // It could not be written down: then it is not sent, and lies there as before.
      deps.sending.delete(id);
      await library.update(id, (entry) => (entry.sentAt === sentAt ? lost : entry));
      return { ok: false, problem: { ...status.problem, outcome: "not-sent" } };
    }
    void send(sent);
    return { ok: true, ids: [id] };
  }

  return {
    submitGenerations,
    async retry(id) {
      const entry = library.get(id);
      if (entry !== undefined && canResend(entry)) return resend(entry);
      if (entry === undefined || !canRetry(entry)) return { ok: true, ids: [id] };
      return submit([retryRequest(entry)], entry.pairId, id);
    },
    async recheck(id) {
      const config = await deps.readConfig();
      if (config.ok) await readEntry(deps, id, config.value);
    },
    async stopWatching(id) {
      await library.update(id, (entry) => setWatched(entry, false));
    },
    async watchAgain(id) {
      await library.update(id, (entry) => setWatched(entry, true));
    },
  };
}

/** The same request for a new task. An id that the creator typed is kept only where Kirin never took it. */
function retryRequest({ id, externalTaskId, phase, request }: LibraryEntry): KirinRequest {
  const { external_task_id: _used, ...rest } = request;
  const isTyped = externalTaskId !== id;
  return isTyped && phase === "refused" ? { ...rest, external_task_id: externalTaskId } : rest;
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
