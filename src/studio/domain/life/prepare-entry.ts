/** Creates the entry of a new generation. */
import type { KirinRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "./library-entry.ts";

interface PrepareParts {
  id: string;
  request: KirinRequest;
  pairId: string | null;
  retryOf: string | null;
  pressKey: string | null;
  now: string;
}

/**
 * The entry that is saved in the journal before anything is sent. Its id is the task id, unless the creator typed one.
 */
export function prepareEntry(parts: PrepareParts): LibraryEntry {
  const { id, request, pairId, retryOf, pressKey, now } = parts;
  const externalTaskId = request.external_task_id ?? id;
  return {
    id,
    externalTaskId,
    pairId,
    retryOf,
    pressKey,
    request: { ...request, external_task_id: externalTaskId },
    phase: "prepared",
    preparedAt: now,
    queuedAt: now,
    attempts: 0,
    sentAt: null,
    acceptedAt: null,
    runningAt: null,
    unendedAt: null,
    endedAt: null,
    heardAt: null,
    seenAt: null,
    clipsKeptAt: null,
    clipsProblem: null,
    generation: null,
    problem: null,
    hold: null,
    missing: null,
    jumpedAt: null,
    isConflict: false,
    differences: [],
    isWatched: true,
    favouriteAt: null,
    trashedAt: null,
    erasedAt: null,
  };
}
