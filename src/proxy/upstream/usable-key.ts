/** Validates keys for use in an HTTP header. */
import type { Upstream } from "#proxy/options.ts";

/** Whether a text is non-empty printable ASCII without spaces. */
export function isUsableKey(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/**
 * Cache key of a task, including the Kirin and the API key it is read with, so that results are never shared
 * between keys. It contains the key and must stay in memory.
 */
export function taskKey(upstream: Upstream, id: string): string {
  return JSON.stringify([upstream.baseUrl, upstream.apiKey(), id]);
}

/**
 * The key, or null if it is unset or not valid in a header. The transport would throw for it, and its error
 * might contain the key.
 */
export function usableKey(upstream: Upstream): string | null {
  const key = upstream.apiKey();
  return key !== null && isUsableKey(key) ? key : null;
}
