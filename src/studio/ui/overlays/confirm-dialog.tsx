/** A native modal dialog that asks for confirmation. */
import { type ReactNode, useId } from "react";
import { Button } from "#studio/ui/buttons/button.tsx";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { useModalDialog } from "./use-modal-dialog.ts";

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  /** Also called when the dialog is dismissed with the keyboard. */
  onCancel: () => void;
}

/** Open while mounted. The safe button comes first, so it takes the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, cancelLabel, onConfirm, onCancel } = props;
  const dialog = useModalDialog();
  const id = useId();

  return (
    <dialog
      ref={dialog}
      onKeyDown={outsideComposition()}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      className="z-50 m-auto w-full max-w-md rounded-10 bg-raised p-5 text-left text-ink shadow-lg inset-ring inset-ring-line backdrop:bg-scrim max-sm:mb-[calc(var(--tab-bar)+0.5rem)] max-sm:w-[calc(100%-1rem)]"
    >
      <h2 id={`${id}-title`} className="text-16 font-semibold text-balance">
        {title}
      </h2>
      <div id={`${id}-text`} className="mt-2 text-14 text-pretty text-muted">
        {children}
      </div>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{cancelLabel}</Button>
        <Button variant="primary" onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  );
}
