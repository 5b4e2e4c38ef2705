import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import * as words from "#messages/shell.ts";
import { configOptions } from "#studio/api/config.ts";

function subscribe(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** One sentence under the top bar about a known problem with making clips. Empty if there is none. */
export function Notices() {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  const config = useQuery(configOptions()).data;
  const text = !isOnline
    ? words.offline
    : config?.ok === false
      ? words.serverAway
      : config?.value.hasKey === false
        ? words.keyMissing
        : null;
  return (
    <div role="status">
      {text !== null && (
        <p className="bg-danger-soft px-4 py-2 text-center text-13 text-balance text-danger">
          {text}
        </p>
      )}
    </div>
  );
}
