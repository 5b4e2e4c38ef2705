import { useEffect, useState } from "react";

/**
 * Whether the browser has promised not to clear the library when space is short. True until it is known, and asked once
 * there is something to keep: the promise is wanted with the first press.
 */
export function useIsLibraryKept(hasEntries: boolean): boolean {
  const [isKept, setIsKept] = useState(true);
  useEffect(() => {
    if (!hasEntries) return;
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
  }, [hasEntries]);
  return isKept;
}
