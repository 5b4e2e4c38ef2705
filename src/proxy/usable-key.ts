/** What a key has to look like, so that an HTTP header can carry it. */
import type { Upstream } from "./options.ts";

/** Whether a text is printable ASCII without spaces, and not empty. */
export function isUsableKey(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/**
 * Names a task together with the Kirin and the key it is read by: what one key is told is never shared with another.
 * Stays in memory; it contains the key.
 */
export function taskKey(upstream: Upstream, id: string): string {
  return JSON.stringify([upstream.baseUrl, upstream.apiKey(), id]);
}

/** The key, or null. One that cannot stand in a header is none: the transport would throw, and might quote it. */
export function usableKey(upstream: Upstream): string | null {
  const key = upstream.apiKey();
  return key !== null && isUsableKey(key) ? key : null;
}
