/** A question that has to be answered before something is done: a native modal dialog. */
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { outsideComposition } from "./shortcuts/composition.ts";

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  /** Also called when it is dismissed by the keyboard. */
  onCancel: () => void;
}

/** Open as long as it is mounted. The safe answer comes first, and so has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, cancelLabel, onConfirm, onCancel } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // While it is still on the page, so that the focus goes back to where it was before.
    return () => element?.close();
  }, []);

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
