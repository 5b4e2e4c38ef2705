import { useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import * as messages from "#messages/shell.ts";
import { configOptions } from "#studio/api/config.ts";
import { announce } from "#studio/ui/announcer.tsx";

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
  useEffect(() => {
    const listener = () => announce(messages.backOnline);
    addEventListener("online", listener);
    return () => removeEventListener("online", listener);
  }, []);
  const config = useQuery(configOptions()).data;
  const text = !isOnline
    ? messages.offline
    : config?.ok === false
      ? messages.serverUnreachable
      : config?.value.hasKey === false
        ? messages.keyMissing
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
