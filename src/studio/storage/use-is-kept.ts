import { useEffect, useState } from "react";

/**
 * Whether the browser has promised not to clear the library when space is short. True until it is known, and asked anew
 * when `key` changes: the promise is asked for with the first press.
 */
export function useIsLibraryKept(key: unknown): boolean {
  const [isKept, setIsKept] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is there to ask anew.
  useEffect(() => {
    let isGone = false;
    // Absent outside secure contexts, whatever the types say; then nothing is promised.
    const storage: StorageManager | undefined = navigator.storage;
    const asked = storage?.persisted?.() ?? Promise.resolve(false);
    asked
      .catch(() => false)
      .then((answer) => {
        if (!isGone) setIsKept(answer);
      });
    return () => {
      isGone = true;
    };
  }, [key]);
  return isKept;
}
