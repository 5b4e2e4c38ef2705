/** Detects that the request about to be sent may already be in progress or paid for. */
import type { KirinRequest } from "#kirin/request.ts";
import { type RiskyPhase, riskOfPayingTwice } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { contentOf, pressKey } from "./press-key.ts";

/**
 * The phase of an entry with the same request that Kirin has or may still receive. Null if there is none. Entries of
 * this press do not count.
 */
export function riskOfSameWork(
  requests: readonly KirinRequest[],
  press: string,
  entries: readonly LibraryEntry[],
): RiskyPhase | null {
  const keys = new Set(requests.map((request) => pressKey(press, request)));
  if (entries.some((entry) => entry.pressKey !== null && keys.has(entry.pressKey))) return null;
  const wanted = new Set(requests.map(contentOf));
  const duplicate = entries.find(
    (entry) => riskOfPayingTwice(entry) !== null && wanted.has(contentOf(entry.request)),
  );
  return duplicate === undefined ? null : riskOfPayingTwice(duplicate);
}
