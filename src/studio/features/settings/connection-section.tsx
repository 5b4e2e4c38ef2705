import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import * as messages from "#messages/settings.ts";
import { configOptions } from "#studio/api/config.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { connectionState } from "./connection-state.ts";
import { SettingsSection } from "./settings-section.tsx";
import { SignOutButton } from "./sign-out-button.tsx";

function subscribe(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Where clips come from, and what keeps requests from being sent. */
export function ConnectionSection() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const { data } = useQuery(configOptions());
  const config = data === undefined ? undefined : data.ok ? data.value : null;
  const { title, detail } =
    messages.connections[connectionState({ isOnline, config, entries: useEntries() })];
  return (
    <SettingsSection title={messages.connection}>
      <div role="status">
        <p className="text-13 font-medium">{title}</p>
        {detail !== null && <p className="text-13 text-muted">{detail}</p>}
      </div>
      {config?.isSignedIn && <SignOutButton />}
    </SettingsSection>
  );
}
