/** Whether what is about to be sent may be on its way, or paid for, already. */
import type { KirinRequest } from "#kirin/request.ts";
import { type RiskyPhase, riskOfPayingTwice } from "./entry-rules.ts";
import type { LibraryEntry } from "./library-entry.ts";
import { pressKey } from "./press-key.ts";

/**
 * Where an entry for the very same work stands that Kirin may have, or may get yet; null when there is none. What this
 * press has led to before is no second one.
 */
export function riskOfSameWork(
  requests: readonly KirinRequest[],
  press: string,
  entries: readonly LibraryEntry[],
): RiskyPhase | null {
  const keys = new Set(requests.map((request) => pressKey(press, request)));
  if (entries.some((entry) => entry.pressKey !== null && keys.has(entry.pressKey))) return null;
  const wanted = new Set(requests.map(workOf));
  const twin = entries.find(
    (entry) => riskOfPayingTwice(entry) !== null && wanted.has(workOf(entry.request)),
  );
  return twin === undefined ? null : riskOfPayingTwice(twin);
}

/** All of a request but its id, in one order. */
function workOf({ external_task_id: _id, ...request }: KirinRequest): string {
  return JSON.stringify(Object.entries(request).sort(([left], [right]) => (left < right ? -1 : 1)));
}
