/**
 * Detects that a request was sent recently by a press that this page did not make: in another tab, or before a reload.
 * A page loaded after such a press has the draft under the name of the next press. The library would then accept that
 * press as a deliberate second take, although the creator may not know that the first one was sent.
 */
import * as z from "zod/mini";
import type { KirinRequest } from "#kirin/request.ts";
import { contentOf, fingerprint } from "./press-key.ts";

/** How long a send counts as recent: about as long as a Standard clip renders, so its result has not been seen yet. */
export const RECENT_SEND_MS = 120_000;

/** A record of a press for other pages. */
export interface SendRecord {
  /** The name of the press. */
  press: string;
  /** One fingerprint per request, without task ids. */
  works: string[];
  /** Time of the press, in milliseconds since the epoch. */
  atMs: number;
}

/** The stored form of a record. */
export const sendRecordSchema = z.object({
  press: z.string(),
  works: z.array(z.string()),
  atMs: z.number(),
});

/** Creates the record for a press of these requests. */
export function recordSend(
  press: string,
  requests: readonly KirinRequest[],
  atMs: number,
): SendRecord {
  return { press, works: [...new Set(requests.map(fingerprintOf))], atMs };
}

/**
 * Whether one of these requests was recently sent, by another page. `knownPresses` are the presses made on this page.
 */
export function wasSentElsewhere(
  record: SendRecord | null,
  requests: readonly KirinRequest[],
  { knownPresses, nowMs }: { knownPresses: ReadonlySet<string>; nowMs: number },
): record is SendRecord {
  if (record === null || knownPresses.has(record.press)) return false;
  // The clock may have been set back since. The absolute difference keeps the record from staying valid for hours.
  if (Math.abs(nowMs - record.atMs) >= RECENT_SEND_MS) return false;
  return requests.some((request) => record.works.includes(fingerprintOf(request)));
}

function fingerprintOf(request: KirinRequest): string {
  return fingerprint(contentOf(request));
}
