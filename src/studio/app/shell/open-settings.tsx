import { generations } from "#studio/features/generations/studio-generations.ts";
import { SettingsDialog } from "#studio/features/settings/settings-dialog.tsx";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { openShortcutSheet } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";

interface OpenSettingsProps {
  onClose: () => void;
  isChecking: boolean;
}

/** The settings dialog with what it can do in the rest of the studio. */
export function OpenSettings({ onClose, isChecking }: OpenSettingsProps) {
  return (
    <SettingsDialog
      isChecking={isChecking}
      onClose={onClose}
      onShowShortcuts={() => {
        onClose();
        openShortcutSheet();
      }}
      onKeyAccepted={sendHeldForKey}
    />
  );
}

/** Sends what waited for a key, instead of at its next try. */
function sendHeldForKey(): void {
  for (const { id, hold } of studioLibrary.getState().entries) {
    if (hold?.reason === "no-key" || hold?.reason === "key-refused") void generations.tryNow(id);
  }
}
