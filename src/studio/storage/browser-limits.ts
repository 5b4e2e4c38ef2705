/**
 * Detects what this browser window does not support. In private windows, strict settings, old browsers and insecure
 * origins, storage and messaging interfaces are missing or throw on access.
 */

/**
 * What a window can lack. A missing database is not included, because the library reports it itself.
 * - `tabs`: tabs cannot notify each other of changes
 * - `elections`: tabs cannot elect a leader
 * - `preferences`: the draft, the theme and other preferences are lost with the page
 * - `clips`: clips cannot be saved on this device
 */
export type BrowserLimit = "tabs" | "elections" | "preferences" | "clips";

/** Opens a channel to the other tabs of this origin. Null if the browser has none. */
export function openBroadcastChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/** The browser's lock manager. Null outside secure contexts, although the DOM types do not say so. */
export function browserLocks(): LockManager | null {
  return (globalThis.navigator?.locks as LockManager | undefined) ?? null;
}

/** The browser's Cache API. Null outside secure contexts. Accessing it throws if storage is blocked. */
export function browserCaches(): CacheStorage | null {
  try {
    return (globalThis.caches as CacheStorage | undefined) ?? null;
  } catch {
    return null;
  }
}

/** The limits of this window, in a fixed order. Queries the browser each time, so call it once per page. */
export function findBrowserLimits(): BrowserLimit[] {
  const limits: [BrowserLimit, boolean][] = [
    ["tabs", typeof globalThis.BroadcastChannel !== "function"],
    ["elections", browserLocks() === null],
    ["preferences", !hasLocalStorage()],
    ["clips", browserCaches() === null],
  ];
  return limits.flatMap(([limit, isMissing]) => (isMissing ? [limit] : []));
}

function hasLocalStorage(): boolean {
  try {
    return typeof localStorage.getItem("") !== "undefined";
  } catch {
    return false;
  }
}
