import { useEffect, useState } from "react";

/**
 * Whether the browser has agreed not to clear the library when space is short. True until the answer is known. Only
 * queried once there are entries, because the studio requests this persistence with the first press.
 */
export function useIsStoragePersisted(hasEntries: boolean): boolean {
  const [isKept, setIsKept] = useState(true);
  useEffect(() => {
    if (!hasEntries) return;
    let isGone = false;
    // Missing outside secure contexts, although the DOM types do not say so. The library can be cleared then.
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
