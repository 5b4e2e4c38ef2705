/** Identifies a press of a draft across tabs. */
import type { KirinRequest } from "#kirin/request.ts";

/**
 * The key of one request of a press. `press` identifies the draft as last sent, or is null if there is none. `take` is
 * 1-based and distinguishes several takes. The first take has the same key however many takes follow.
 */
export function pressKey(press: string | null, request: KirinRequest, take = 1): string | null {
  if (press === null) return null;
  const key = `${press}/${fingerprint(JSON.stringify(request))}`;
  return take === 1 ? key : `${key}/${take}`;
}

/** A request as text, for comparing requests. Leaves out the task id, which is unique to one generation. */
export function contentOf({ external_task_id: _id, ...request }: KirinRequest): string {
  return JSON.stringify(Object.entries(request).sort(([left], [right]) => (left < right ? -1 : 1)));
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * A 64-bit hash in hexadecimal, two variants of 32-bit FNV-1a. It distinguishes the drafts of one creator and is not
 * cryptographic.
 */
export function fingerprint(text: string): string {
  let low = OFFSET;
  let high = OFFSET ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, PRIME);
    high = Math.imul(high ^ (code + index), PRIME);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
