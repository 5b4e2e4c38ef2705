import { Settings } from "lucide-react";
import { Suspense } from "react";
import { settings } from "#messages/shell.ts";
import { useStore } from "#studio/store/use-store.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import {
  closeSettings,
  openSettings,
  settingsDialog,
} from "#studio/ui/overlays/settings-dialog-store.ts";
import { lazyDialog } from "./lazy-dialog.tsx";

/** Loaded on demand, because the first paint doesn't need it. */
const OpenSettings = lazyDialog(async () => (await import("./open-settings.tsx")).OpenSettings);

/** Opens the settings dialog. */
export function SettingsButton() {
  const state = useStore(settingsDialog, (current) => current);
  return (
    <>
      <IconButton
        label={settings}
        icon={<Settings size={18} aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={openSettings}
      />
      <Suspense fallback={null}>
        {state !== "closed" && (
          <OpenSettings onClose={closeSettings} isChecking={state === "check"} />
        )}
      </Suspense>
    </>
  );
}
