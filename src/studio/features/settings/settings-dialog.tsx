/** The settings of this browser, and the state of its storage and connection. */
import { close } from "#messages/common.ts";
import { settings } from "#messages/shell.ts";
import { Modal } from "#studio/ui/overlays/modal.tsx";
import { AppearanceSection, PlaybackSection, ShortcutsSection } from "./choice-sections.tsx";
import { ConnectionSection } from "./connection-section.tsx";
import { FormDefaultsSection } from "./form-defaults-section.tsx";
import { NotificationsSection } from "./notifications-section.tsx";
import { SpendingSection } from "./spending-section.tsx";
import { StorageSection } from "./storage-section.tsx";

interface SettingsDialogProps {
  onClose: () => void;
  /** Opens the sheet of all shortcuts instead. */
  onShowShortcuts: () => void;
  /** Whether it opens at the connection and checks it. */
  isChecking?: boolean;
  /** Called when a check found that Kirin accepts the key. */
  onKeyAccepted: () => void;
}

/** Open while mounted. Every change applies at once, in all tabs. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { onClose, onShowShortcuts, isChecking = false, onKeyAccepted } = props;
  return (
    <Modal title={settings} closeLabel={close} onClose={onClose} className="max-w-lg">
      <div>
        <AppearanceSection />
        <PlaybackSection />
        <FormDefaultsSection />
        <SpendingSection />
        <NotificationsSection />
        <StorageSection />
        <ConnectionSection isChecking={isChecking} onKeyAccepted={onKeyAccepted} />
        <ShortcutsSection onShowAll={onShowShortcuts} />
      </div>
    </Modal>
  );
}
