import { Settings } from "lucide-react";
import { Suspense, useState } from "react";
import { settings } from "#messages/shell.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { openShortcutSheet } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { lazyDialog } from "./lazy-dialog.tsx";

/** Loaded on demand, because the first paint doesn't need it. */
const SettingsDialog = lazyDialog(
  async () => (await import("#studio/features/settings/settings-dialog.tsx")).SettingsDialog,
);

/** Opens the settings dialog. */
export function SettingsButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        label={settings}
        icon={<Settings size={18} aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      />
      <Suspense fallback={null}>
        {isOpen && (
          <SettingsDialog
            onClose={() => setIsOpen(false)}
            onShowShortcuts={() => {
              setIsOpen(false);
              openShortcutSheet();
            }}
          />
        )}
      </Suspense>
    </>
  );
}
