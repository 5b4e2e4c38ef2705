/** Fakes of `localStorage`, for tests outside a browser. */

type UsedStorage = Pick<Storage, "getItem" | "setItem">;

/** An empty storage. */
export function aStorage(): UsedStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
}

/** A storage that the browser blocks. */
export function blockedStorage(): UsedStorage {
  const refuse = () => {
    throw new DOMException("blocked", "SecurityError");
  };
  return { getItem: refuse, setItem: refuse };
}
