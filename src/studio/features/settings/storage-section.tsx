import { useState } from "react";
import * as messages from "#messages/settings.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { type StorageState, useStorageState } from "./use-storage-state.ts";

/** How much space the library takes, and whether the browser may clear it. */
export function StorageSection() {
  const { state, askToKeep } = useStorageState();
  const [isRefused, setIsRefused] = useState(false);
  return (
    <SettingsSection title={messages.storage}>
      {state !== null && <Space space={state.space} />}
      {/* Rendered before its text, so that the answer of the browser is announced. */}
      <p role="status" className="text-13 text-muted empty:hidden">
        {state === null
          ? null
          : state.isKept
            ? messages.kept
            : isRefused
              ? messages.keepRefused
              : messages.notKept}
      </p>
      {state !== null && !state.isKept && (
        <Button
          className="justify-self-start"
          onClick={() => void askToKeep().then((isKept) => setIsRefused(!isKept))}
        >
          {messages.keep}
        </Button>
      )}
    </SettingsSection>
  );
}

function Space({ space }: { space: StorageState["space"] }) {
  if (space === null) return <p className="text-13 text-muted">{messages.storageUnknown}</p>;
  const { usedBytes, quotaBytes } = space;
  const text = messages.storageUsed(messages.size(usedBytes), messages.size(quotaBytes));
  return (
    <div className="grid gap-1.5">
      <p className="text-13 tabular-nums">{text}</p>
      {/* The sentence above says the same. */}
      <div aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-line-strong/40">
        <div className="h-full bg-ink" style={{ width: `${(100 * usedBytes) / quotaBytes}%` }} />
      </div>
    </div>
  );
}
