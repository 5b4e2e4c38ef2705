import { useSyncExternalStore } from "react";
import * as words from "#words/shell.ts";

function subscribe(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Says so while the browser knows that it is offline. */
export function OfflineNotice() {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status">
      {!isOnline && (
        <p className="bg-danger-soft px-4 py-2 text-center text-13 text-danger">{words.offline}</p>
      )}
    </div>
  );
}
