/** A dialog that lists all shortcuts of the screen, and switches them off. */
import { Fragment } from "react";
import { close } from "#messages/common.ts";
import * as messages from "#messages/compare-transport.ts";
import { shortcutApple, shortcutOther } from "#messages/compose.ts";
import { everywhere, generateKey, showSheet } from "#messages/settings.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { useStore } from "#studio/store/use-store.ts";
import { Switch } from "#studio/ui/forms/switch.tsx";
import { Modal } from "#studio/ui/overlays/modal.tsx";
import type { ShortcutText } from "#studio/ui/shortcuts/shortcut.ts";
import { listedShortcuts, type ShortcutGroup } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";

/** Shortcuts that act on every screen that has their target. */
function generalGroup(): ShortcutGroup {
  const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return {
    title: everywhere,
    shortcuts: [
      { keys: [isApple ? shortcutApple : shortcutOther], does: generateKey },
      { keys: ["?"], does: showSheet },
    ],
  };
}

/** Open while mounted. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const isOn = useStore(preferences, (state) => state.areShortcutsOn);
  const listed = useStore(listedShortcuts, (state) => state);
  const groups = [...listed.flat(), generalGroup()];
  return (
    <Modal title={messages.shortcuts} closeLabel={close} onClose={onClose} className="max-w-3xl">
      <div className="mb-5">
        <Switch
          label={messages.singleKeys}
          hint={messages.singleKeysHint}
          checked={isOn}
          onChange={({ currentTarget }) =>
            preferences.set({ areShortcutsOn: currentTarget.checked })
          }
        />
      </div>
      <div className="gap-8 sm:columns-2">
        {groups.map(({ title, shortcuts }) => (
          <section key={title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-12 font-medium text-muted">{title}</h3>
            <dl className="grid text-13">
              {shortcuts.map((shortcut) => (
                <Row key={shortcut.does} {...shortcut} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function Row({ does, keys }: ShortcutText) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-b border-line py-1 last:border-0">
      <dt>{does}</dt>
      <dd className="shrink-0 text-12 text-muted">
        {keys.map((key, index) => (
          <Fragment key={key}>
            {index > 0 && <span> {messages.either} </span>}
            <kbd className="rounded-6 px-1.5 py-0.5 font-mono text-ink inset-ring inset-ring-line-strong/40">
              {messages.keyName(key)}
            </kbd>
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
