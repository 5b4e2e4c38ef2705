/** All keys of the comparison, on one sheet: a native modal dialog. */
import { X } from "lucide-react";
import { Fragment, useId, useLayoutEffect, useRef } from "react";
import { IconButton } from "#studio/ui/icon-button.tsx";
import type { ShortcutText } from "#studio/ui/shortcuts/shortcut.ts";
import * as words from "#words/compare-transport.ts";

/** Keys that belong together. */
export interface ShortcutGroup {
  title: string;
  shortcuts: readonly ShortcutText[];
}

interface ShortcutSheetProps {
  groups: readonly ShortcutGroup[];
  onClose: () => void;
}

/** Open as long as it is mounted. */
export function ShortcutSheet({ groups, onClose }: ShortcutSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // While it is still on the page, so that the focus goes back to where it was before.
    return () => element?.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape, which the dialog hears itself, is the key for a press beside it
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="z-50 m-auto max-h-[calc(100dvh-1rem)] w-[calc(100%-1rem)] max-w-3xl overflow-y-auto rounded-10 bg-raised text-left text-ink shadow-lg inset-ring inset-ring-line backdrop:bg-scrim"
    >
      <div className="p-5">
        <div className="flex items-center justify-between gap-4">
          <h2 id={id} className="text-16 font-semibold">
            {words.shortcuts}
          </h2>
          <IconButton label={words.close} icon={<X size={16} />} onClick={onClose} />
        </div>
        <div className="mt-3 gap-8 sm:columns-2">
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
      </div>
    </dialog>
  );
}

function Row({ does, keys }: ShortcutText) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-b border-line py-1 last:border-0">
      <dt>{does}</dt>
      <dd className="shrink-0 text-12 text-muted">
        {keys.map((key, index) => (
          <Fragment key={key}>
            {index > 0 && ` ${words.either} `}
            <kbd className="rounded-6 px-1.5 py-0.5 font-mono text-ink inset-ring inset-ring-line-strong/40">
              {words.keyName(key)}
            </kbd>
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
