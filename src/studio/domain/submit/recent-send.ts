/**
 * Detects that a request was sent recently by a press that this page did not make: in another tab, or before a reload.
 * A page loaded after such a press holds the draft under the name of the next press. The journal would then accept the
 * press as another intended take, although the creator may not know that the first one was sent.
 */
import * as z from "zod/mini";
import type { KirinRequest } from "#kirin/request.ts";
import { fingerprint } from "./press-key.ts";

/** How long a send counts as recent: about as long as a Standard clip renders, so its result has not been seen yet. */
export const RECENT_SEND_MS = 120_000;

/** A record of a press for other pages. */
export interface SendNote {
  /** The name of the press. */
  press: string;
  /** One fingerprint per request, without task ids. */
  works: string[];
  /** Time of the press, in milliseconds since the epoch. */
  atMs: number;
}

/** The stored form of a note. */
export const sendNoteSchema = z.object({
  press: z.string(),
  works: z.array(z.string()),
  atMs: z.number(),
});

/** Creates the note for a press of these requests. */
export function noteSend(press: string, requests: readonly KirinRequest[], atMs: number): SendNote {
  return { press, works: [...new Set(requests.map(workOf))], atMs };
}

/**
 * Whether the note records a recent send of one of these requests. `knownPresses` are the presses made on this page.
 */
export function wasSentElsewhere(
  note: SendNote | null,
  requests: readonly KirinRequest[],
  { knownPresses, nowMs }: { knownPresses: ReadonlySet<string>; nowMs: number },
): note is SendNote {
  if (note === null || knownPresses.has(note.press)) return false;
  // The clock may have been set back since. The absolute difference keeps the note from staying valid for hours.
  if (Math.abs(nowMs - note.atMs) >= RECENT_SEND_MS) return false;
  return requests.some((request) => note.works.includes(workOf(request)));
}

/** The task id is unique to one generation and is not part of the work. */
function workOf({ external_task_id: _id, ...request }: KirinRequest): string {
  const fields = Object.entries(request).sort(([left], [right]) => (left < right ? -1 : 1));
  return fingerprint(JSON.stringify(fields));
}
