import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import * as messages from "#messages/settings.ts";
import { configOptions } from "#studio/api/config.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { type CheckResult, checkConnection } from "./check-connection.ts";
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

interface ConnectionSectionProps {
  /** Whether the dialog was opened to check the connection, which then starts here. */
  isChecking: boolean;
  /** Called when a check found that Kirin accepts the key. */
  onKeyAccepted: () => void;
}

/** Where clips come from, and what keeps requests from being sent. A button asks the server and Kirin again. */
export function ConnectionSection({ isChecking, onKeyAccepted }: ConnectionSectionProps) {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const { data } = useQuery(configOptions());
  const config = data === undefined ? undefined : data.ok ? data.value : null;
  const known = connectionState({ isOnline, config, entries: useEntries() });
  const { button, result, isBusy, check } = useCheck(isChecking, onKeyAccepted);
  // A held generation remembers an earlier refusal until it is tried again.
  const state = known === "key-refused" && result === "accepted" ? "live" : known;
  const { title, detail } = messages.connections[state];
  return (
    <SettingsSection title={messages.connection}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div role="status" className="min-w-0 flex-1 basis-60">
          <p className="text-13 font-medium">{title}</p>
          {detail !== null && <p className="text-13 text-muted">{detail}</p>}
        </div>
        <Button ref={button} isLoading={isBusy} onClick={() => void check()}>
          {messages.checkConnection}
        </Button>
      </div>
      <p role="status" className="text-13 empty:hidden">
        {result !== null && messages.checkResults[result]}
      </p>
      {config?.isSignedIn && <SignOutButton />}
    </SettingsSection>
  );
}

/** Checks on demand, and once by itself with the focus on the button. */
function useCheck(isChecking: boolean, onKeyAccepted: () => void) {
  const client = useQueryClient();
  const button = useRef<HTMLButtonElement>(null);
  const [result, setResult] = useState<CheckResult | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function check() {
    setIsBusy(true);
    setResult(null);
    const found = await checkConnection();
    // The rest of the studio learns of a key that was just set.
    void client.invalidateQueries({ queryKey: configOptions().queryKey });
    setResult(found);
    setIsBusy(false);
    if (found === "accepted") onKeyAccepted();
  }

  const checkFirst = useEffectEvent(() => {
    button.current?.focus();
    button.current?.scrollIntoView({ block: "center" });
    void check();
  });
  useEffect(() => {
    if (isChecking) checkFirst();
  }, [isChecking]);

  return { button, result, isBusy, check };
}
