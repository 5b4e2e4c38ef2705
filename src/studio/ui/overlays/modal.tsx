/** A native modal dialog with a title and a close button. */
import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { useModalDialog } from "./use-modal-dialog.ts";

interface ModalProps {
  title: string;
  closeLabel: string;
  /** Called on the close button, Escape, or a click outside the dialog. */
  onClose: () => void;
  className?: string;
  children: ReactNode;
}

/** Open while mounted. */
export function Modal({ title, closeLabel, onClose, className, children }: ModalProps) {
  const dialog = useModalDialog();
  const id = useId();

  return (
    <dialog
      ref={dialog}
      onKeyDown={outsideComposition()}
      aria-labelledby={id}
      onCancel={(event) => {
        // A file input inside also fires "cancel" when no file was chosen.
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
