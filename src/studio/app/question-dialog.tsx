import { ConfirmDialog } from "#studio/ui/overlays/confirm-dialog.tsx";
import type { Question } from "#studio/ui/overlays/page-question.ts";

interface QuestionDialogProps {
  question: Question;
  onConfirm: () => void;
  /** Declines the question. */
  onClose: () => void;
}

/** One question in a dialog. */
export function QuestionDialog({ question, onConfirm, onClose }: QuestionDialogProps) {
  return (
    <ConfirmDialog
      title={question.title}
      confirmLabel={question.confirmLabel}
      cancelLabel={question.cancelLabel}
      onConfirm={onConfirm}
      onCancel={onClose}
    >
      {question.detail}
    </ConfirmDialog>
  );
}
