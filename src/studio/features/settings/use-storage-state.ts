import { useEffect, useState } from "react";

/** How the browser stores the library. */
export interface StorageState {
  /** Null if the browser doesn't report it. */
  space: { usedBytes: number; quotaBytes: number } | null;
  /** Whether the browser has agreed not to clear the library when space is short. */
  isKept: boolean;
}

/** Null until it is known. `askToKeep` asks the browser to keep the library, and resolves to its answer. */
export function useStorageState(): {
  state: StorageState | null;
  askToKeep: () => Promise<boolean>;
} {
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => {
    let isGone = false;
    void readStorage().then((read) => {
      if (!isGone) setState(read);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return {
    state,
    async askToKeep() {
      const isKept = await browserStorage()
        ?.persist()
        .catch(() => false);
      setState(await readStorage());
      return isKept ?? false;
    },
  };
}

async function readStorage(): Promise<StorageState> {
  const storage = browserStorage();
  const [estimate, isKept] = await Promise.all([
    storage?.estimate().catch(() => null),
    storage?.persisted().catch(() => false),
  ]);
  const { usage: usedBytes, quota: quotaBytes } = estimate ?? {};
  return {
    space: usedBytes === undefined || quotaBytes === undefined ? null : { usedBytes, quotaBytes },
    isKept: isKept ?? false,
  };
}

/** Missing outside secure contexts, although the DOM types do not say so. */
function browserStorage(): StorageManager | undefined {
  return navigator.storage;
}
