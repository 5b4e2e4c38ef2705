/**
 * What this browser window does not let the studio do. Private windows, strict settings, old browsers and addresses without
 * https leave out storage and messaging interfaces, or let them throw where they are read.
 */

/**
 * `tabs`: tabs cannot tell each other what changed · `elections`: tabs cannot agree on one that does the work ·
 * `preferences`: the draft, the theme and other small things are forgotten with the page · `clips`: clips cannot be kept on
 * this device. A missing database is not here: the library reports it itself.
 */
export type BrowserLimit = "tabs" | "elections" | "preferences" | "clips";

/** Opens a channel to the other tabs of this origin; null where the browser has none. */
export function openBroadcastChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/** The browser's lock manager, or null: absent outside secure contexts, whatever the types say. */
export function browserLocks(): LockManager | null {
  return (globalThis.navigator?.locks as LockManager | undefined) ?? null;
}

/** The browser's Cache API, or null: absent outside secure contexts; reading it throws where storage is blocked. */
export function browserCaches(): CacheStorage | null {
  try {
    return (globalThis.caches as CacheStorage | undefined) ?? null;
  } catch {
    return null;
  }
}

/** The limits of this window, in a fixed order. Reads the browser each time: call it once per page. */
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
