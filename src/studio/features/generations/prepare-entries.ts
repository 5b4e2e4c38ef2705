/** Prepares the entries of one press, before they are added to the library. */
import type { KirinRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { prepareEntry } from "#studio/domain/life/prepare-entry.ts";
import { mayHaveTask } from "#studio/domain/life/retry-rules.ts";
import { pressKey } from "#studio/domain/submit/press-key.ts";

/** The data that the entries of one press share. */
export interface Press {
  pairId: string | null;
  /** The entry that this press retries. */
  retryOf: string | null;
  /** Identifies the press across tabs. Null for none. */
  press: string | null;
}

interface PrepareOptions extends Press {
  newId: () => string;
  nowMs: number;
}

/** One entry per request, in the same order. */
export function prepareEntries(
  requests: readonly KirinRequest[],
  { pairId, retryOf, press, newId, nowMs }: PrepareOptions,
): LibraryEntry[] {
  const takes = requests.map((request, index) => takeOf(request, requests.slice(0, index)));
  const lastTake = Math.max(...takes);
  return requests.map((request, index) => {
    const take = takes[index] ?? 1;
    return prepareEntry({
      id: newId(),
      request,
      pairId,
      retryOf,
      pressKey: pressKey(press, request, take),
      // One millisecond apart per take, because ids carry no order. Backdated, so that no entry is prepared in the
      // future.
      now: new Date(nowMs - (lastTake - take)).toISOString(),
    });
  });
}

/** 1-based index among the requests of the same mode. */
function takeOf({ mode }: KirinRequest, before: readonly KirinRequest[]): number {
  return before.filter((request) => request.mode === mode).length + 1;
}

/**
 * The first task id that can't be used because another entry has it, or an earlier one of the same press. Null if there
 * is none. A second entry with the id of an existing task would show that task twice and count its cost twice. Entries
 * of the same press don't count, because the library recognises them.
 */
export function findTakenTaskId(
  entries: readonly LibraryEntry[],
  library: readonly LibraryEntry[],
): string | null {
  const pressKeys = new Set(entries.flatMap((entry) => entry.pressKey ?? []));
  const taken = new Set(
    library
      .filter((entry) => entry.pressKey === null || !pressKeys.has(entry.pressKey))
      .filter(mayHaveTask)
      .map(({ externalTaskId }) => externalTaskId),
  );
  for (const { externalTaskId } of entries) {
    if (taken.has(externalTaskId)) return externalTaskId;
    taken.add(externalTaskId);
  }
  return null;
}
