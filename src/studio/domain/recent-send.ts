/**
 * Knows when a request was sent a moment ago by a press that this page did not make: in another tab, or before the page
 * was loaded. A page loaded after such a press has the draft under the next press's name, so the journal takes its press
 * for another take on purpose; the creator may not know that the first one went through.
 */
import * as z from "zod/mini";
import type { KirinRequest } from "#kirin/request.ts";
import { fingerprint } from "./press-key.ts";

/** How long a send counts as recent: about as long as a Standard clip renders, so its end has not been seen yet. */
export const RECENT_SEND_MS = 120_000;

/** What a press leaves for pages that did not make it. */
export interface SendNote {
  /** Name of the press that went through. */
  press: string;
  /** One fingerprint per request, without task ids. */
  works: string[];
  /** When, in milliseconds since 1970. */
  atMs: number;
}

/** A note as it lies in storage. */
export const sendNoteSchema = z.object({
  press: z.string(),
  works: z.array(z.string()),
  atMs: z.number(),
});

/** The note that a press of these requests leaves. */
export function noteSend(press: string, requests: readonly KirinRequest[], atMs: number): SendNote {
  return { press, works: [...new Set(requests.map(workOf))], atMs };
}

/** Whether the note tells of a recent send of one of these requests. `knownPresses` are presses the page made itself. */
export function wasSentElsewhere(
  note: SendNote | null,
  requests: readonly KirinRequest[],
  { knownPresses, nowMs }: { knownPresses: ReadonlySet<string>; nowMs: number },
): note is SendNote {
  if (note === null || knownPresses.has(note.press)) return false;
  // The clock may have been set back since: an absolute distance keeps the note from living for hours.
  if (Math.abs(nowMs - note.atMs) >= RECENT_SEND_MS) return false;
  return requests.some((request) => note.works.includes(workOf(request)));
}

/** The task id is good for one generation and says nothing about the work. */
function workOf({ external_task_id: _id, ...request }: KirinRequest): string {
  const fields = Object.entries(request).sort(([left], [right]) => (left < right ? -1 : 1));
  return fingerprint(JSON.stringify(fields));
}
