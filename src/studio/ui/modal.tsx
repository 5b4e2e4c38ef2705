/** A native modal dialog with a title and a way out. */
import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { classes } from "./classes.ts";
import { IconButton } from "./icon-button.tsx";
import { outsideComposition } from "./shortcuts/composition.ts";

interface ModalProps {
  title: string;
  closeLabel: string;
  /** Asked for by the button, by Escape, or by a press beside the dialog. */
  onClose: () => void;
  className?: string;
  children: ReactNode;
}

/** Open as long as it is mounted. */
export function Modal({ title, closeLabel, onClose, className, children }: ModalProps) {
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
      aria-labelledby={id}
      onCancel={(event) => {
        // A file input inside says "cancel", too, when no file was chosen.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={classes(
        "z-50 m-auto max-h-[calc(100dvh-1rem)] w-[calc(100%-1rem)] overflow-y-auto rounded-10 bg-raised text-left text-ink shadow-lg inset-ring inset-ring-line backdrop:bg-scrim",
        className,
      )}
    >
      <div className="p-5">
        <div className="mb-3 flex items-center justify-between gap-4">
          <h2 id={id} className="text-16 font-semibold">
            {title}
          </h2>
          <IconButton label={closeLabel} icon={<X size={16} />} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
